// A recorded table: rows with their limits, whatever the quoting.
#include "sim/replay/Csv.h"
#include "tests/fuzz/Seeds.h"

#include <cstdlib>

using namespace zs::sim;

std::vector<std::string> fuzzSeeds()
{
    return {"a,b\r\n1,\"x\"\"y\nz\"\r\n", "\xef\xbb\xbfopened,category\n2018-04-12T11:11:26,\"Rats, mice\"\n\"never closed,6\n7,8\n",
            std::string(600, ',') + "\n" + std::string(200, 'x')};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const CsvLimits limits{16, 64};
    CsvReader reader({reinterpret_cast<const char*>(data), size}, ',', limits);
    std::size_t line = 0, rows = 0;
    while (const auto row = reader.next()) {
        if (row->line <= line || ++rows > size)
            std::abort(); // it goes on, and ends
        line = row->line;
        if (!row->problem.empty())
            continue;
        if (row->fields.empty() || row->fields.size() > limits.fields)
            std::abort();
        for (const std::string& field : row->fields)
            if (field.size() > limits.fieldBytes)
                std::abort();
    }
    return 0;
}
