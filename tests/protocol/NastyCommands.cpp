#include "tests/protocol/NastyCommands.h"

namespace zs::protocol::test {

namespace {

constexpr const char* uuid = "7b1c1bb0-5f0d-4a54-9f2e-0f6b0c7b9a01";

std::string command(const std::string& envelope, const std::string& name, const std::string& data)
{
    return R"({"v":1,"id":")" + std::string(uuid) + R"(",)" + envelope + R"("command":")" + name + R"(","data":)" + data + "}";
}

std::string receive(const std::string& title, const std::string& place = "[113.4,22.9]", const std::string& more = "")
{
    return command("", "receive", R"({"kind":"hazard","channel":"qr_code","title":)" + title + R"(,"place":)" + place + more + "}");
}

std::string later(const std::string& name, const std::string& data) { return command(R"("case":4,"base":1,)", name, data); }
std::string route(const std::string& data) { return command(R"("case":4,"base":1,)", "route", data); }
std::string based(const std::string& caseId, const std::string& base)
{
    return command(R"("case":)" + caseId + R"(,"base":)" + base + ",", "accept", "{}");
}

std::string repeated(const std::string& unit, std::size_t n)
{
    std::string out;
    for (; n > 0; --n)
        out += unit;
    return out;
}

const std::string good = receive(R"("x")");

std::string without(const std::string& part)
{
    std::string text = good;
    text.erase(text.find(part), part.size());
    return text;
}

} // namespace

std::string nastyBase() { return route(R"({"lead":3,"assisting":[1,2],"reason":"障\n\u00e9"})"); }

std::vector<NastyCommand> nastyCommands()
{
    using enum Verdict;
    const std::string nul("\0", 1);
    return {
        // Not JSON.
        {"empty", ""},
        {"white", " \t\r\n "},
        {"null", "null"},
        {"list", "[]"},
        {"text", "\"x\""},
        {"unclosed object", good.substr(0, good.size() - 1)},
        {"trailing comma", good.substr(0, good.size() - 1) + ",}"},
        {"trailing bracket", good + "}"},
        {"two documents", good + good},
        {"trailing nul", good + nul},
        {"byte order mark", "\xEF\xBB\xBF" + good, GatewayRefuses},
        {"utf-16", std::string("\xFF\xFE{\0\"\0v\0", 10)},
        {"single quotes", "{'v':1}"},
        {"comment", good.substr(0, 1) + "/* */" + good.substr(1)},
        {"bare words", "{v:1}"},
        {"upper-case literal", receive(R"("x")", "[113.4,22.9]", R"(,"detail":NULL)")},
        {"deep lists", repeated("[", 100'000)},
        {"deep objects", repeated(R"({"v":)", 50'000) + "1" + repeated("}", 50'000)},
        {"deep inside", receive(R"("x")", repeated("[", 500) + repeated("]", 500))},
        // Numbers.
        {"not a number", receive(R"("x")", "[NaN,22.9]")},
        {"infinity", receive(R"("x")", "[Infinity,22.9]")},
        {"too large for a double", receive(R"("x")", "[1e999,22.9]")},
        {"leading zero", receive(R"("x")", "[0113.4,22.9]")},
        {"leading plus", receive(R"("x")", "[+113.4,22.9]")},
        {"hexadecimal", receive(R"("x")", "[0x71,22.9]")},
        {"ends with a point", receive(R"("x")", "[113.,22.9]"), GatewayRefuses},
        {"begins with a point", receive(R"("x")", "[.5,22.9]"), GatewayRefuses},
        {"exponent without digits", receive(R"("x")", "[1e,22.9]")},
        {"two minus signs", receive(R"("x")", "[--1,22.9]")},
        {"minus zero", receive(R"("x")", "[-0,-0.0]"), Good},
        {"exponents", receive(R"("x")", "[1134e-1,0.229E+2]"), Good},
        {"many digits", receive(R"("x")", "[113.40000000000000000000000000000000000001,22.9]"), Good},
        {"smallest", receive(R"("x")", "[5e-324,22.9]"), Good},
        {"whole as fraction", based("4.0", "1e0"), Good},
        {"base fraction", based("4", "1.5")},
        {"base negative", based("4", "-1")},
        {"base too large", based("4", "4294967296")},
        {"base largest", based("4", "4294967295"), Good},
        {"base text", based("4", "\"1\"")},
        {"base truth", based("4", "true")},
        {"case negative", based("-4", "1")},
        {"case beyond 64 bits", based("99999999999999999999999", "1")},
        {"case beyond signed", based("9223372036854775808", "1")},
        {"case list", based("[4]", "1")},
        // Text.
        {"lone high surrogate", receive(R"("\ud83d")"), GatewayRefuses},
        {"lone low surrogate", receive(R"("\udea7")"), GatewayRefuses},
        {"surrogates swapped", receive(R"("\udea7\ud83d")"), GatewayRefuses},
        {"surrogate pair", receive(R"("\ud83d\udea7")"), Good},
        {"surrogate in utf-8", receive("\"\xED\xA0\xBD\"")},
        {"overlong slash", receive("\"\xC0\xAF\"")},
        {"overlong three bytes", receive("\"\xE0\x80\xAF\"")},
        {"byte ff", receive("\"\xFF\"")},
        {"cut in a character", receive("\"\xE9\x9A\"")},
        {"above the last code point", receive("\"\xF4\x90\x80\x80\"")},
        {"raw newline", receive("\"a\nb\""), GatewayRefuses},
        {"raw nul", receive("\"a" + nul + "b\""), GatewayRefuses},
        {"raw tab", receive("\"a\tb\""), GatewayRefuses},
        {"unknown escape", receive(R"("\x41")"), GatewayRefuses},
        {"short escape", receive(R"("\u12")")},
        {"escaped nul", receive(R"("a\u0000b")"), Good}, // well-formed; the domain refuses control characters
        {"escapes", receive(R"("\"\\\/\b\f\n\r\t\u969c")"), Good},
        {"unclosed text", receive(R"("x)")},
        {"longest title", receive("\"" + repeated("障", 80) + "\""), Good},
        {"longest title of four bytes", receive("\"" + repeated("\xF0\x9F\x9A\xA7", 80) + "\""), Good},
        {"longest title escaped", receive("\"" + repeated(R"(\u969c)", 80) + "\""), Good},
        {"title too long", receive("\"" + repeated("障", 81) + "\"")},
        {"title much too long", receive("\"" + repeated("x", 900'000) + "\"")},
        // Members.
        {"good", good, Good},
        {"null for what may be left out", receive(R"("x")", "[113.4,22.9]", R"(,"grid":null)"), Good},
        {"null for what may not", receive("null")},
        {"no version", without(R"("v":1,)")},
        {"no id", without(R"("id":")" + std::string(uuid) + R"(",)")},
        {"no command", without(R"("command":"receive",)")},
        {"no title", without(R"("title":"x",)")},
        {"no data", R"({"v":1,"id":")" + std::string(uuid) + R"(","command":"accept"})"},
        {"version 2", R"({"v":2)" + good.substr(6)},
        {"version as text", R"({"v":"1")" + good.substr(6)},
        {"version 1.5", R"({"v":1.5)" + good.substr(6)},
        {"unknown member", good.substr(0, good.size() - 1) + R"(,"x":1})"},
        {"unknown member in data", receive(R"("x")", "[113.4,22.9]", R"(,"x":1)")},
        {"empty name", good.substr(0, good.size() - 1) + R"(,"":1})"},
        {"name in capitals", receive(R"("x")", "[113.4,22.9]", R"(,"DETAIL":"x")")},
        {"escaped name", receive(R"("x")", "[113.4,22.9]", R"(,"\u0064etail":"x")"), Good},
        {"same member twice", receive(R"("x")", "[113.4,22.9]", R"(,"title":"y")"), GatewayRefuses},
        {"command twice", good.substr(0, good.size() - 1) + R"(,"command":"receive"})", GatewayRefuses},
        {"prototype", receive(R"("x")", "[113.4,22.9]", R"(,"__proto__":{"x":1})")},
        // Kinds.
        {"unknown command", command("", "explode", "{}")},
        {"command in capitals", command("", "RECEIVE", "{}")},
        {"an event's name", command("", "received", "{}")},
        {"command empty", command("", "", "{}")},
        {"command long", command("", std::string(500, 'x'), "{}")},
        {"data a list", command("", "accept", "[]")},
        {"data null", command("", "accept", "null")},
        {"data a text", command("", "accept", "\"{}\"")},
        {"title a number", receive("7")},
        {"title a list", receive(R"(["x"])")},
        {"unknown word", receive(R"("x")", "[113.4,22.9]", R"(,"priority":"extreme")")},
        {"word as number", receive(R"("x")", "[113.4,22.9]", R"(,"priority":1)")},
        {"place with one number", receive(R"("x")", "[113.4]")},
        {"place with three numbers", receive(R"("x")", "[113.4,22.9,5]")},
        {"place of texts", receive(R"("x")", R"(["113.4","22.9"])")},
        {"place an object", receive(R"("x")", R"({"lon":113.4,"lat":22.9})")},
        {"place east of the earth", receive(R"("x")", "[180.0001,22.9]")},
        {"place swapped", receive(R"("x")", "[22.9,113.4]")},
        {"place at the edge", receive(R"("x")", "[-180,90]"), Good},
        {"grid beyond 32 bits", receive(R"("x")", "[113.4,22.9]", R"(,"grid":4294967296)")},
        {"list full", route(R"({"lead":3,"assisting":[1,2,3,4,5,6,7,8]})"), Good},
        {"list too long", route(R"({"lead":3,"assisting":[1,2,3,4,5,6,7,8,9]})")},
        {"list very long", route(R"({"lead":3,"assisting":[1)" + repeated(",1", 100'000) + "]}")},
        {"list in list", route(R"({"lead":3,"assisting":[[1]]})")},
        {"list with null", route(R"({"lead":3,"assisting":[null]})")},
        {"list as object", route(R"({"lead":3,"assisting":{"0":1}})")},
        // What the later life of a case brings.
        {"span whole", later("ask_extension", R"({"span":{"amount":3,"unit":"working_days"},"reason":"x"})"), Good},
        {"span without unit", later("ask_extension", R"({"span":{"amount":3},"reason":"x"})")},
        {"span in weeks", later("ask_extension", R"({"span":{"amount":3,"unit":"weeks"},"reason":"x"})")},
        {"span negative", later("ask_extension", R"({"span":{"amount":-3,"unit":"minutes"},"reason":"x"})")},
        {"span beyond 32 bits", later("ask_extension", R"({"span":{"amount":4294967296,"unit":"minutes"},"reason":"x"})")},
        {"span with more inside", later("ask_extension", R"({"span":{"amount":3,"unit":"minutes","x":1},"reason":"x"})")},
        {"level unknown", later("escalate", R"({"to":"nation","reason":"x"})")},
        {"time as text", later("suspend", R"({"reason":"x","until":"2026-11-25"})")},
        {"time with a fraction", later("suspend", R"({"reason":"x","until":1.5})")},
        {"agencies full", later("whistle", R"({"agencies":[1,2,3,4,5,6,7,8],"within":{"amount":1,"unit":"minutes"},"reason":"x"})"), Good},
        {"agencies too many", later("whistle", R"({"agencies":[1,2,3,4,5,6,7,8,9],"within":{"amount":1,"unit":"minutes"},"reason":"x"})")},
        {"size negative", later("attach", R"({"name":"a","media_type":"a/b","size":-1,"sha256":""})")},
        {"digest too long", later("attach", R"({"name":"a","media_type":"a/b","size":1,"sha256":")" + repeated("a", 65) + R"("})")},
        {"consent as true", later("open_mediation", R"({"kind":"people","force":"lawyer","mediator":1,"consent":true})")},
        {"rung by number", later("supervise", R"({"rung":3,"agency":1,"within":{"amount":1,"unit":"minutes"},"reason":"x"})")},
        {"archive with data", later("archive", R"({"x":1})")},
        {"id beyond 16 bits", route(R"({"lead":65536})")},
        // Keys.
        {"key short", R"({"v":1,"id":"7b1c1bb0","command":"accept","data":{}})"},
        {"key with braces", R"({"v":1,"id":"{7b1c1bb0-5f0d-4a54-9f2e-0f6b0c7b9a01}","command":"accept","data":{}})"},
        {"key without dashes", R"({"v":1,"id":"7b1c1bb05f0d4a549f2e0f6b0c7b9a01","command":"accept","data":{}})"},
        {"key with other letters", R"({"v":1,"id":"7b1c1bb0-5f0d-4a54-9f2e-0f6b0c7b9a0g","command":"accept","data":{}})"},
        {"key a number", R"({"v":1,"id":7,"command":"accept","data":{}})"},
    };
}

} // namespace zs::protocol::test
