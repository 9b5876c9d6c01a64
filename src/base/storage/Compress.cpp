#include "base/storage/Compress.h"

#include <memory>
#include <zlib.h>
#include <zstd.h>

namespace zs::storage {

Result<std::string> zstdCompress(std::string_view bytes, int level)
{
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t n = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), level);
    if (ZSTD_isError(n))
        return fail("zstd.compress", std::string("Compression failed: ") + ZSTD_getErrorName(n) + ".");
    out.resize(n);
    return out;
}

Result<std::string> zstdDecompress(std::string_view bytes, std::size_t limit)
{
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    std::string out;
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (;;) {
        const std::size_t used = out.size();
        if (used >= limit)
            return fail("zstd.limit", "The compressed data is larger than is allowed here.");
        out.resize(std::min(limit, std::max<std::size_t>(used * 2, 64 * 1024)));
        ZSTD_outBuffer o{out.data() + used, out.size() - used, 0};
        const std::size_t rc = ZSTD_decompressStream(context.get(), &o, &in);
        out.resize(used + o.pos);
        if (ZSTD_isError(rc))
            return fail("zstd.data", "The compressed data is damaged.");
        if (rc == 0 && in.pos == in.size)
            return out;
        if (o.pos == 0 && in.pos == in.size)
            return fail("zstd.short", "The compressed data ends too early.");
    }
}

Result<std::string> gzip(std::string_view bytes)
{
    z_stream z{};
    if (deflateInit2(&z, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return fail("gzip.init", "Compression could not start.");
    std::string out(deflateBound(&z, bytes.size()) + 32, '\0');
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    z.avail_in = static_cast<uInt>(bytes.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    const int rc = deflate(&z, Z_FINISH);
    out.resize(z.total_out);
    deflateEnd(&z);
    if (rc != Z_STREAM_END)
        return fail("gzip.compress", "Compression failed.");
    return out;
}

Result<std::string> gunzip(std::string_view bytes, std::size_t limit)
{
    z_stream z{};
    if (inflateInit2(&z, 16 + MAX_WBITS) != Z_OK)
        return fail("gzip.init", "Decompression could not start.");
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> guard(&z, &inflateEnd);
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    z.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    for (;;) {
        const std::size_t used = out.size();
        if (used >= limit)
            return fail("gzip.limit", "The compressed data is larger than is allowed here.");
        out.resize(std::min(limit, std::max<std::size_t>(used * 2, bytes.size() * 4 + 4096)));
        z.next_out = reinterpret_cast<Bytef*>(out.data() + used);
        z.avail_out = static_cast<uInt>(out.size() - used);
        const int rc = inflate(&z, Z_NO_FLUSH);
        out.resize(out.size() - z.avail_out);
        if (rc == Z_STREAM_END)
            return out;
        if (rc != Z_OK || (out.size() == used && z.avail_in == 0))
            return fail("gzip.data", "The compressed data is damaged.");
    }
}

} // namespace zs::storage
