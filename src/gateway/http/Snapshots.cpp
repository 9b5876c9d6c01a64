#include "gateway/http/Snapshots.h"

#include "protocol/JsonWriter.h"
#include "protocol/Limits.h"

#include <zstd.h>

namespace zs::gateway {

namespace {

/// JSON in, packed bytes out, piece by piece: the unpacked whole (80 MB for 100,000 cases) is never in memory.
class Packer {
public:
    Packer() : m_context(ZSTD_createCCtx(), &ZSTD_freeCCtx)
    {
        ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, 1);
        ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_checksumFlag, 1);
        m_text.reserve(chunk + 8192);
    }

    std::string& text() { return m_text; }
    Result<void> flushIfLong() { return m_text.size() < chunk ? Result<void>() : push(ZSTD_e_continue); }
    Result<std::string> finish()
    {
        if (auto done = push(ZSTD_e_end); !done)
            return Unexpected(done.error());
        return std::move(m_packed);
    }

private:
    static constexpr std::size_t chunk = 256 * 1024;

    Result<void> push(ZSTD_EndDirective mode)
    {
        ZSTD_inBuffer in{m_text.data(), m_text.size(), 0};
        for (;;) {
            const std::size_t used = m_packed.size();
            if (used > protocol::maxSnapshotPacked)
                return fail("snapshot.size", "The snapshot is larger than the protocol allows.");
            m_packed.resize(used + ZSTD_CStreamOutSize());
            ZSTD_outBuffer out{m_packed.data() + used, m_packed.size() - used, 0};
            const std::size_t left = ZSTD_compressStream2(m_context.get(), &out, &in, mode);
            m_packed.resize(used + out.pos);
            if (ZSTD_isError(left))
                return fail("snapshot.pack", std::string("The snapshot can't be packed: ") + ZSTD_getErrorName(left) + ".");
            if (mode == ZSTD_e_end ? left == 0 : in.pos == in.size)
                break;
        }
        m_text.clear();
        return {};
    }

    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> m_context;
    std::string m_text, m_packed;
};

struct Made {
    Seq seq = 0;
    std::string packed;
};

/// "seq" is known before the first state: all is read in one transaction.
class SnapshotText final : public StateVisitor {
public:
    SnapshotText(Packer& packer, TimePoint now, const std::string& city) : m_packer(packer), m_now(now), m_city(city) {}

    void begin(Seq seq) override
    {
        m_seq = seq;
        protocol::JsonWriter w(m_packer.text());
        w.beginObject();
        w("v", protocol::version);
        w("seq", seq);
        w("now", m_now);
        w("city", m_city);
        w.key("cases");
        m_packer.text().push_back('[');
    }
    Result<void> oneCase(std::string_view json) override
    {
        separate();
        m_packer.text().append(json);
        return m_packer.flushIfLong();
    }
    Result<void> oneDuty(domain::SubjectKind kind, std::string_view json) override
    {
        beginDuties();
        separate();
        protocol::JsonWriter w(m_packer.text());
        w.beginObject();
        w("kind", kind);
        w.key("state");
        m_packer.text().append(json);
        w.endObject();
        return m_packer.flushIfLong();
    }
    void end()
    {
        beginDuties();
        m_packer.text().append("]}");
    }
    Seq seq() const { return m_seq; }

private:
    void separate()
    {
        if (!m_first)
            m_packer.text().push_back(',');
        m_first = false;
    }
    void beginDuties()
    {
        if (m_inDuties)
            return;
        m_inDuties = m_first = true;
        m_packer.text().append(R"(],"duties":[)");
    }

    Packer& m_packer;
    const TimePoint m_now;
    const std::string& m_city;
    Seq m_seq = 0;
    bool m_first = true, m_inDuties = false;
};

Result<Made> pack(JournalReader& reader, TimePoint now, const std::string& city)
{
    Packer packer;
    SnapshotText text(packer, now, city);
    if (auto read = reader.eachState(text); !read)
        return Unexpected(read.error());
    text.end();
    auto packed = packer.finish();
    if (!packed)
        return Unexpected(packed.error());
    return Made{text.seq(), std::move(*packed)};
}

} // namespace

void Snapshots::get(Seq head, Done done)
{
    Packed kept;
    {
        const std::lock_guard lock(m_mutex);
        if (m_kept && m_keptSeq >= head) {
            kept = m_kept;
        } else {
            m_waiting.push_back(std::move(done));
            if (m_waiting.size() > 1)
                return;
        }
    }
    if (kept)
        done(std::move(kept));
    else
        m_pool.post([this](JournalReader& reader) { make(reader); });
}

void Snapshots::make(JournalReader& reader)
{
    auto made = pack(reader, m_clock.now(), m_city);
    std::vector<Done> waiting;
    Result<Packed> result = made ? Result<Packed>(std::make_shared<const std::string>(std::move(made->packed)))
                                 : Result<Packed>(Unexpected(made.error()));
    {
        const std::lock_guard lock(m_mutex);
        waiting.swap(m_waiting);
        if (result) {
            m_kept = *result;
            m_keptSeq = made->seq;
        }
    }
    for (Done& done : waiting)
        done(result);
}

} // namespace zs::gateway
