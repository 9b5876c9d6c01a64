#include "suggest/Terms.h"

#include "suggest/Personal.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace zs::suggest {

namespace {

constexpr std::size_t kMaxCategory = 120, kMaxTitle = 200, kMaxText = 600;
constexpr float kTitleWeight = 3;

std::uint32_t hashOf(Field field, std::string_view prefix, std::string_view text)
{
    std::uint64_t h = 1469598103934665603ULL ^ static_cast<std::uint64_t>(field);
    const auto mix = [&h](std::string_view bytes) {
        for (const char c : bytes)
            h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    };
    mix(prefix);
    mix("\x1f");
    mix(text);
    return static_cast<std::uint32_t>(h ^ (h >> 32));
}

/// Of one Han character, or of a pair: a few operations instead of a walk over the bytes.
std::uint32_t hashOf(Field field, UChar32 first, UChar32 second)
{
    std::uint64_t h = (static_cast<std::uint64_t>(first) << 24 ^ static_cast<std::uint64_t>(second) << 3 ^ static_cast<std::uint64_t>(field)) + 0x9e3779b97f4a7c15ULL;
    h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9ULL;
    h = (h ^ (h >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<std::uint32_t>(h ^ (h >> 31));
}

enum class Script { Han, Word, Other };

Script scriptOf(UChar32 c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? Script::Word : Script::Other;
    if (c >= 0x4e00 && c <= 0x9fff) // nearly all of them, without a look into the tables
        return Script::Han;
    UErrorCode error = U_ZERO_ERROR;
    if (uscript_getScript(c, &error) == USCRIPT_HAN)
        return Script::Han;
    return u_isalnum(c) ? Script::Word : Script::Other;
}

/// Calls `han(begin, end, character)` for every Han character and `word(begin, end, hasDigit)` for words of other scripts.
template <class OnHan, class OnWord>
void pieces(std::string_view text, std::size_t from, std::size_t to, OnHan onHan, OnWord onWord)
{
    const char* s = text.data();
    std::size_t wordFrom = to;
    bool digit = false;
    const auto endWord = [&](std::size_t at) {
        if (wordFrom < at)
            onWord(wordFrom, at, digit);
        wordFrom = to;
        digit = false;
    };
    for (std::size_t i = from; i < to;) {
        const std::size_t begin = i;
        UChar32 c = 0;
        U8_NEXT_UNSAFE(s, i, c); // normalised() has made sure that it is UTF-8
        switch (scriptOf(c)) {
        case Script::Han:
            endWord(begin);
            onHan(begin, i, c);
            break;
        case Script::Word:
            if (wordFrom == to)
                wordFrom = begin;
            digit = digit || (c < 0x80 && c <= '9') || u_isdigit(c);
            break;
        case Script::Other: endWord(begin); break;
        }
    }
    endWord(to);
}

/// Characters one by one and in pairs, words one by one. Words with digits are numbers of houses and cars: left out.
void addText(std::string_view text, std::size_t from, std::size_t to, Field field, float count, std::vector<Term>& out)
{
    const auto add = [&](std::uint32_t hash, std::size_t begin, std::size_t end) {
        out.push_back({hash, field, count, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    };
    std::size_t lastBegin = 0, lastEnd = 0; // the Han character just before
    UChar32 last = 0;
    pieces(
        text, from, to,
        [&](std::size_t begin, std::size_t end, UChar32 c) {
            if (lastEnd == begin && lastEnd > lastBegin)
                add(hashOf(field, last, c), lastBegin, end);
            add(hashOf(field, c, 0), begin, end);
            lastBegin = begin;
            lastEnd = end;
            last = c;
        },
        [&](std::size_t begin, std::size_t end, bool digit) {
            if (!digit && end - begin >= 2)
                add(hashOf(field, {}, text.substr(begin, end - begin)), begin, end);
        });
}

/// A category is a name: its words, and its first and last one apart, which say what kind of thing it names.
void addCategory(std::string_view text, std::vector<Term>& out)
{
    const std::size_t before = out.size();
    addText(text, 0, text.size(), Field::Category, 1, out);
    if (out.size() == before)
        return;
    const Term first = out[before], last = out.back();
    const auto place = [&](const Term& t, std::string_view prefix) {
        out.push_back({hashOf(Field::Category, prefix, text.substr(t.begin, t.end - t.begin)), Field::Category, 1, t.begin, t.end});
    };
    place(first, "first");
    place(last, "last");
}

/// Nearly all that people write here: ASCII, Han, full-width forms and Chinese punctuation. False: something else stands in it.
bool normalisedQuickly(std::string_view text, std::string& out)
{
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x80) {
            out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
            ++i;
            continue;
        }
        if (c < 0xe3 || c > 0xef || (c > 0xe9 && c < 0xef))
            return false;
        const unsigned code = (c & 0x0fu) << 12 | (static_cast<unsigned char>(text[i + 1]) & 0x3fu) << 6 | (static_cast<unsigned char>(text[i + 2]) & 0x3fu);
        if (code >= 0xff01 && code <= 0xff5e) { // full-width ASCII
            const unsigned plain = code - 0xff01 + '!';
            out += static_cast<char>(plain >= 'A' && plain <= 'Z' ? plain + 32 : plain);
        } else if ((code >= 0x4e00 && code <= 0x9fff) || code == 0x3001 || code == 0x3002 || (code >= 0x3008 && code <= 0x3011)) {
            out.append(text, i, 3);
        } else {
            return false;
        }
        i += 3;
    }
    return true;
}

} // namespace

std::string normalised(std::string_view text, std::size_t maxCharacters)
{
    // The cut comes first: folding what nobody reads costs time, and never shortens by much.
    std::size_t end = 0;
    for (std::size_t n = 0; n < maxCharacters && end < text.size(); ++n) {
        UChar32 c = 0;
        U8_NEXT(text.data(), end, text.size(), c);
        if (c < 0)
            return {};
    }
    text = text.substr(0, end);
    std::string out;
    if (normalisedQuickly(text, out))
        return out;
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFKCCasefoldInstance(error);
    if (U_FAILURE(error))
        return std::string(text);
    out.clear();
    icu::StringByteSink<std::string> sink(&out);
    form->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, error);
    return U_FAILURE(error) ? std::string() : out;
}

Fields fieldsOf(const Message& message)
{
    Fields out;
    out.category = normalised(message.category, kMaxCategory);
    out.any = normalised(message.title, kMaxTitle);
    out.titleEnd = out.any.size();
    out.any += '\n';
    out.any += normalised(message.text, kMaxText);
    maskNames(out.any);
    out.channel = message.channel;
    out.areas = message.areas;
    return out;
}

void termsOf(const Fields& fields, std::vector<Term>& out)
{
    out.clear();
    addCategory(fields.category, out);
    addText(fields.any, 0, fields.titleEnd, Field::Title, kTitleWeight, out);
    addText(fields.any, 0, fields.titleEnd, Field::Any, kTitleWeight, out);
    addText(fields.any, fields.titleEnd, fields.any.size(), Field::Any, 1, out);
    const auto add = [&](Field field, std::string_view prefix, std::string_view text) {
        if (!text.empty())
            out.push_back({hashOf(field, prefix, text), field, 1, 0, 0});
    };
    // The same way in means another thing for another category: what an app reports of rubbish a patrol has seen, of noise a citizen.
    add(Field::Channel, {}, fields.channel);
    if (!fields.category.empty())
        add(Field::Channel, fields.category, fields.channel);
    for (const std::string& area : fields.areas)
        add(Field::Area, fields.category, area);
}

PrecedentKey precedentKey(const Message& message)
{
    if (message.category.empty())
        return {};
    PrecedentKey key{normalised(message.category, kMaxCategory), normalised(message.title, kMaxTitle)};
    maskNames(key.title);
    return key;
}

} // namespace zs::suggest
