#include "suggest/Personal.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string_view>
#include <unicode/utf8.h>
#include <vector>

namespace zs::suggest {

namespace {

using namespace std::string_view_literals;

/// The most frequent ones; those that are words of their own in nearly every letter (于, 和, 时, 成) stay out.
constexpr std::u32string_view kSurnames =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方"
    U"白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包"
    U"宁尚符舒阮柯纪梅童凌毕单季裴霍涂苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳阎穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏";
constexpr std::array kDoubleSurnames{U"欧阳"sv, U"上官"sv, U"司徒"sv, U"司马"sv, U"诸葛"sv, U"皇甫"sv, U"尉迟"sv, U"夏侯"sv, U"慕容"sv, U"令狐"sv};
constexpr std::array kAddresses{U"先生"sv, U"女士"sv, U"小姐"sv, U"太太"sv, U"同志"sv, U"阿姨"sv, U"大爷"sv, U"大妈"sv, U"大哥"sv, U"大姐"sv, U"叔叔"sv,
                                U"师傅"sv, U"老师"sv, U"医生"sv, U"主任"sv, U"经理"sv, U"老板"sv, U"书记"sv, U"校长"sv, U"村长"sv, U"队长"sv, U"警官"sv,
                                U"局长"sv, U"科长"sv, U"所长"sv};
constexpr std::array kIntroducers{U"我叫"sv, U"名叫"sv, U"姓名"sv, U"联系人"sv, U"投诉人"sv, U"举报人"sv, U"反映人"sv, U"申请人"sv, U"当事人"sv, U"报案人"sv};
/// Words that begin like a name and stand before a form of address: 高中老师, 安全主任.
constexpr std::array kNoNames{U"高中"sv, U"高级"sv, U"高校"sv, U"安全"sv, U"金融"sv, U"马路"sv, U"方面"sv, U"任课"sv, U"章程"sv, U"程序"sv, U"施工"sv,
                              U"文化"sv, U"白班"sv, U"夏令"sv, U"毛坯"sv, U"房产"sv, U"管理"sv, U"车间"sv, U"车站"sv, U"农民"sv, U"简单"sv, U"项目"sv, U"安保"sv,
                              U"温馨"sv, U"解决"sv, U"连锁"sv, U"路上"sv, U"石油"sv, U"金属"sv, U"古建"sv, U"游泳"sv, U"华侨"sv, U"阳光"sv, U"龙头"sv};
constexpr std::size_t kLongNumber = 7;

/// Which characters begin a word of a list: nearly every character of a letter begins none.
class Beginnings {
public:
    template <class Words>
    explicit Beginnings(const Words& words)
    {
        for (const std::u32string_view word : words)
            m_has.set(word.front() - kFirst);
    }
    bool has(char32_t c) const { return c >= kFirst && c - kFirst < kCount && m_has.test(c - kFirst); }

private:
    static constexpr char32_t kFirst = 0x4e00;
    static constexpr std::size_t kCount = 0x5200;
    std::bitset<kCount> m_has;
};

bool isSurname(char32_t c)
{
    static const Beginnings singles = [] {
        std::vector<std::u32string_view> each;
        for (std::size_t i = 0; i < kSurnames.size(); ++i)
            each.push_back(kSurnames.substr(i, 1));
        return Beginnings(each);
    }();
    return singles.has(c);
}

bool isHan(char32_t c) { return c >= 0x4e00 && c <= 0x9fff; }
bool isDigit(char32_t c) { return c >= '0' && c <= '9'; }

class Masker {
public:
    explicit Masker(std::string& text) : m_text(text)
    {
        for (std::size_t i = 0; i < text.size();) {
            m_begins.push_back(i);
            UChar32 c = 0;
            U8_NEXT_UNSAFE(text.data(), i, c);
            m_characters.push_back(static_cast<char32_t>(c));
        }
        m_begins.push_back(text.size());
    }

    void run()
    {
        for (std::size_t i = 0; i < m_characters.size(); ++i) {
            if (!isHan(m_characters[i]))
                continue;
            if (const std::size_t past = introducedAt(i); past > 0)
                hide(past, nameEnd(past, 2));
            if (const std::size_t surname = surnameAt(i); surname > 0)
                tryName(i, surname);
        }
    }

private:
    bool stands(std::size_t at, std::u32string_view word) const { return std::u32string_view(m_characters).substr(std::min(at, m_characters.size()), word.size()) == word; }
    template <class Words>
    bool standsOneOf(std::size_t at, const Words& words) const
    {
        return std::ranges::any_of(words, [&](std::u32string_view w) { return stands(at, w); });
    }

    /// Characters of the surname that stands here; 0: none does.
    std::size_t surnameAt(std::size_t at) const
    {
        if (at >= m_characters.size())
            return 0;
        static const Beginnings doubles(kDoubleSurnames);
        if (doubles.has(m_characters[at]) && standsOneOf(at, kDoubleSurnames))
            return 2;
        return isSurname(m_characters[at]) ? 1 : 0;
    }

    void tryName(std::size_t at, std::size_t surname)
    {
        const std::size_t past = at + surname;
        if (stands(past, U"某")) {
            hide(at, past + (stands(past + 1, U"某") ? 2 : 1));
            return;
        }
        static const Beginnings addresses(kAddresses);
        for (std::size_t given = 0; given <= 2; ++given) { // the shortest name that fits
            const std::size_t end = past + given;
            if (given > 0 && (end > m_characters.size() || !isHan(m_characters[end - 1])))
                return;
            const bool addressed = end < m_characters.size() && addresses.has(m_characters[end]) && standsOneOf(end, kAddresses);
            if ((addressed && (given == 0 || !standsOneOf(at, kNoNames))) || (given > 0 && numberAt(end))) {
                hide(at, end);
                return;
            }
        }
    }

    /// Where a name begins after a word that introduces one, with a colon or 是 or 为 between; 0: no such word, or no surname.
    std::size_t introducedAt(std::size_t at) const
    {
        static const Beginnings begins(kIntroducers);
        if (!begins.has(m_characters[at]))
            return 0;
        for (const std::u32string_view word : kIntroducers) {
            if (!stands(at, word))
                continue;
            std::size_t next = at + word.size();
            while (next < m_characters.size() && (U": \uff1a是为叫"sv.find(m_characters[next]) != std::u32string_view::npos))
                ++next;
            return surnameAt(next) > 0 ? next : 0;
        }
        return 0;
    }

    std::size_t nameEnd(std::size_t at, std::size_t given) const
    {
        std::size_t end = at + surnameAt(at);
        for (; given > 0 && end < m_characters.size() && isHan(m_characters[end]); --given)
            ++end;
        return end;
    }

    /// A telephone or identity number, perhaps after a space, a bracket or the word for it.
    bool numberAt(std::size_t at) const
    {
        if (at >= m_characters.size() || (isHan(m_characters[at]) && U"联电手身号"sv.find(m_characters[at]) == std::u32string_view::npos))
            return false;
        for (const std::u32string_view word : {U"联系电话"sv, U"电话"sv, U"手机"sv, U"身份证"sv})
            at += stands(at, word) ? word.size() : 0;
        while (at < m_characters.size() && (U" :(,号"sv.find(m_characters[at]) != std::u32string_view::npos || m_characters[at] == U'，'))
            ++at;
        std::size_t digits = 0;
        while (at + digits < m_characters.size() && isDigit(m_characters[at + digits]))
            ++digits;
        return digits >= kLongNumber;
    }

    void hide(std::size_t from, std::size_t to)
    {
        std::fill(m_text.begin() + static_cast<std::ptrdiff_t>(m_begins[from]), m_text.begin() + static_cast<std::ptrdiff_t>(m_begins[std::min(to, m_characters.size())]), ' ');
    }

    std::string& m_text;
    std::u32string m_characters;
    std::vector<std::size_t> m_begins;
};

} // namespace

void maskNames(std::string& text)
{
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xe4; })) // else there is nothing of Chinese
        Masker(text).run();
}

} // namespace zs::suggest
