// The hash chain: whoever changes, drops or swaps an event breaks every hash after it.
//   hash(n) = SHA-256( hash(n-1) ‖ seq ‖ number ‖ version ‖ at ‖ len(by) ‖ by ‖ len(kind) ‖ kind ‖ data )
// Numbers are 64-bit little-endian, hash(0) is 32 zero bytes, data is the bytes of the stored JSON. The subject is chained
// with its number and its kind: of a case, `kind` is the event's own name ("routed"); of another subject that subject's name
// stands before it ("night_visit/night_closed"). So the chain of a journal that holds cases only is what it was in schema 1.
#pragma once

#include "base/Clock.h"
#include "base/StrongId.h"
#include "domain/duties/Subject.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct evp_md_st;
struct evp_md_ctx_st;

namespace zs::gateway {

using Hash = std::array<std::uint8_t, 32>;

std::string toHex(const Hash& hash);

/// SHA-256 with its context kept for the next use. Not thread-safe: one a thread.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void start();
    void add(std::string_view bytes);
    void add(const Hash& hash);
    void addNumber(std::uint64_t number);
    Hash finish();

private:
    evp_md_st* m_digest;
    evp_md_ctx_st* m_context;
};

/// What of an event is chained, beside the hash before it.
struct ChainLink {
    Seq seq = 0;
    domain::Subject subject;
    std::uint32_t version = 0;
    TimePoint at{};
    std::string_view by, kind, data;
};

Hash chainHash(Sha256& sha, const Hash& before, const ChainLink& link);

} // namespace zs::gateway
