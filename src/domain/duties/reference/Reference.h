// Reference data that the centre publishes: the routing catalogue, the working calendar. An event says that a version is in
// force, with its hash and size; the content lies beside the journal's events and is fetched by who needs it.
#pragma once

#include "domain/duties/DutyContext.h"

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace zs::domain {

enum class ReferenceKind : std::uint8_t { Catalogue, Calendar };
constexpr auto enumNames(ReferenceKind) { return std::array<std::string_view, 2>{"catalogue", "calendar"}; }

/// There is one subject of each kind.
constexpr std::uint64_t referenceNumber(ReferenceKind kind) { return static_cast<std::uint64_t>(kind) + 1; }
constexpr Subject referenceSubject(ReferenceKind kind) { return {SubjectKind::Reference, referenceNumber(kind)}; }

/// Bytes of a published content.
inline constexpr std::size_t maxReferenceBytes = 500 * 1024; // as JSON it fits a request

struct Publication {
    std::uint32_t version = 0;
    std::string sha256; ///< of the content, 64 lower-case hexadecimal digits
    std::uint32_t size = 0; ///< bytes
    std::string note;
    std::string by;
    TimePoint at{};

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("version", self.version);
        v("sha256", self.sha256);
        v("size", self.size);
        v("note", self.note, Rule{.max = 200});
        v("by", self.by);
        v("at", self.at);
    }
    bool operator==(const Publication&) const = default;
};

struct Reference {
    static constexpr SubjectKind kind = SubjectKind::Reference;
    static constexpr std::size_t kept = 100; ///< publications that the state names; older ones are in the journal

    std::uint64_t number = 0;
    std::uint32_t version = 0;
    std::vector<Publication> publications; ///< oldest first

    const Publication* latest() const { return publications.empty() ? nullptr : &publications.back(); }
    const Publication* find(std::uint32_t published) const;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("number", self.number);
        v("version", self.version);
        v("publications", self.publications, Rule{.max = kept});
    }
    bool operator==(const Reference&) const = default;
};

struct Published {
    using State = Reference;
    static constexpr std::string_view name = "published";
    ReferenceKind kind = ReferenceKind::Catalogue;
    std::uint32_t version = 0; ///< above every one before
    std::string sha256;
    std::uint32_t size = 0;
    std::string note; ///< what changed and why

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("kind", self.kind);
        v("version", self.version);
        v("sha256", self.sha256);
        v("size", self.size);
        v("note", self.note, Rule{.max = 200});
    }
    bool operator==(const Published&) const = default;
};

/// `content` never enters an event. That it has this hash, and is what its kind says, is checked by the gateway.
struct Publish {
    using State = Reference;
    static constexpr std::string_view name = "publish";
    static constexpr Begins begins = Begins::Lazily;
    static constexpr auto allowed = leaders;
    static constexpr NeedsBase needsBase = NeedsBase::No;
    Published published;
    std::string content; ///< UTF-8

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        Published::fields(v, self.published);
        v("content", self.content, Rule{.max = maxReferenceBytes});
    }
    bool operator==(const Publish&) const = default;
};

tl::expected<Published, Rejection> decide(const Reference& state, const Publish& command, const DutyContext& context);
void evolve(Reference& state, const Published& event, TimePoint at, const std::string& by);

} // namespace zs::domain
