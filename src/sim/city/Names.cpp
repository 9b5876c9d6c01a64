#include "sim/city/Names.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace zs::sim {

namespace {

struct Syllable {
    std::string_view zh, en;
};

constexpr Syllable kFirst[] = {
    {"云", "Yun"}, {"石", "Shi"}, {"竹", "Zhu"}, {"梅", "Mei"}, {"荷", "He"}, {"松", "Song"}, {"柏", "Bai"}, {"榕", "Rong"},
    {"桂", "Gui"}, {"莲", "Lian"}, {"茶", "Cha"}, {"麦", "Mai"}, {"稻", "Dao"}, {"鹤", "He"}, {"鹭", "Lu"}, {"雁", "Yan"},
    {"燕", "Yan"}, {"龙", "Long"}, {"凤", "Feng"}, {"金", "Jin"}, {"银", "Yin"}, {"玉", "Yu"}, {"青", "Qing"}, {"白", "Bai"},
    {"红", "Hong"}, {"紫", "Zi"}, {"东", "Dong"}, {"西", "Xi"}, {"南", "Nan"}, {"北", "Bei"}, {"上", "Shang"}, {"下", "Xia"},
    {"新", "Xin"}, {"古", "Gu"}, {"长", "Chang"}, {"平", "Ping"}, {"和", "He"}, {"安", "An"}, {"福", "Fu"}, {"永", "Yong"}};

constexpr Syllable kSecond[] = {
    {"塘", "tang"}, {"岭", "ling"}, {"溪", "xi"}, {"洲", "zhou"}, {"涌", "chong"}, {"坑", "keng"}, {"围", "wei"},
    {"桥", "qiao"}, {"岗", "gang"}, {"坪", "ping"}, {"湾", "wan"}, {"沥", "li"}, {"浦", "pu"}, {"陂", "bei"},
    {"园", "yuan"}, {"井", "jing"}, {"埔", "bu"}, {"朗", "lang"}, {"巷", "xiang"}, {"墩", "dun"}, {"坊", "fang"},
    {"里", "li"}, {"田", "tian"}, {"屋", "wu"}, {"头", "tou"}, {"汀", "ting"}};

// Combinations that are well-known places, or that one of our own towns has.
constexpr std::string_view kTaken[] = {"东坑", "凤岗", "龙岗", "石湾", "青浦", "金湾", "和平", "福田", "白塘", "银川", "平湾",
                                       "新塘", "新会", "新田", "茶园", "雁塘", "鹭汀", "莲塘", "龙田", "龙井", "福永", "南头",
                                       "南汀", "西湾", "东莞", "沙田", "上海", "下沙", "古田", "玉田", "青田", "石井", "龙溪"};

constexpr Syllable kSurnames[] = {
    {"王", "Wang"}, {"李", "Li"}, {"张", "Zhang"}, {"刘", "Liu"}, {"陈", "Chen"}, {"杨", "Yang"}, {"黄", "Huang"},
    {"赵", "Zhao"}, {"吴", "Wu"}, {"周", "Zhou"}, {"徐", "Xu"}, {"孙", "Sun"}, {"马", "Ma"}, {"朱", "Zhu"}, {"胡", "Hu"},
    {"郭", "Guo"}, {"何", "He"}, {"林", "Lin"}, {"高", "Gao"}, {"罗", "Luo"}, {"郑", "Zheng"}, {"梁", "Liang"},
    {"谢", "Xie"}, {"宋", "Song"}, {"唐", "Tang"}, {"许", "Xu"}, {"邓", "Deng"}, {"冯", "Feng"}, {"韩", "Han"},
    {"曹", "Cao"}, {"曾", "Zeng"}, {"彭", "Peng"}, {"萧", "Xiao"}, {"蔡", "Cai"}, {"潘", "Pan"}, {"田", "Tian"},
    {"袁", "Yuan"}, {"叶", "Ye"}, {"卢", "Lu"}, {"钟", "Zhong"}, {"欧阳", "Ouyang"}};

constexpr Syllable kGiven[] = {
    {"伟", "wei"}, {"芳", "fang"}, {"娜", "na"}, {"敏", "min"}, {"静", "jing"}, {"丽", "li"}, {"强", "qiang"}, {"磊", "lei"},
    {"军", "jun"}, {"洋", "yang"}, {"勇", "yong"}, {"艳", "yan"}, {"杰", "jie"}, {"娟", "juan"}, {"涛", "tao"}, {"明", "ming"},
    {"超", "chao"}, {"霞", "xia"}, {"平", "ping"}, {"刚", "gang"}, {"桂", "gui"}, {"英", "ying"}, {"华", "hua"}, {"文", "wen"},
    {"辉", "hui"}, {"玲", "ling"}, {"建", "jian"}, {"国", "guo"}, {"志", "zhi"}, {"海", "hai"}, {"晓", "xiao"}, {"雪", "xue"},
    {"健", "jian"}, {"斌", "bin"}, {"波", "bo"}, {"宇", "yu"}, {"浩", "hao"}, {"凯", "kai"}, {"秀", "xiu"}, {"红", "hong"},
    {"梅", "mei"}, {"春", "chun"}, {"燕", "yan"}, {"琳", "lin"}, {"思", "si"}, {"嘉", "jia"}, {"俊", "jun"}, {"子", "zi"},
    {"欣", "xin"}, {"怡", "yi"}, {"晨", "chen"}, {"辰", "chen"}, {"锦", "jin"}, {"耀", "yao"}, {"惠", "hui"}, {"荣", "rong"},
    {"添", "tian"}, {"炳", "bing"}, {"妍", "yan"}, {"航", "hang"}};

template <std::size_t N>
const Syllable& any(const Syllable (&list)[N], Random& random) { return list[random.below(N)]; }

} // namespace

const std::vector<TownName>& townNames()
{
    static const std::vector<TownName> names = [] {
        std::vector<TownName> out;
        const auto add = [&out](std::string zh, std::string en, const char* kindZh, const char* kindEn) {
            out.push_back({{zh + kindZh, en + kindEn}, {zh, en}});
        };
        for (const Syllable& s : {Syllable{"澄阳", "Chengyang"}, {"望澜", "Wanglan"}, {"榕门", "Rongmen"}, {"南汀", "Nanting"}})
            add(std::string(s.zh), std::string(s.en), "街道", " Subdistrict");
        for (const Syllable& s : std::initializer_list<Syllable>{
                 {"鹭汀", "Luting"}, {"青圩", "Qingxu"}, {"白鹤洲", "Baihezhou"}, {"榕口", "Rongkou"}, {"浅坞", "Qianwu"},
                 {"蓼溪", "Liaoxi"}, {"沧浦", "Cangpu"}, {"麦洲", "Maizhou"}, {"桐坪", "Tongping"}, {"栖岭", "Qiling"},
                 {"银汐", "Yinxi"}, {"荔沥", "Lili"}, {"雁塘", "Yantang"}, {"梧岗", "Wugang"}, {"芦湾", "Luwan"},
                 {"竹涌", "Zhuchong"}, {"潮见", "Chaojian"}, {"墨溪", "Moxi"}, {"古渡", "Gudu"}, {"峰眠", "Fengmian"},
                 {"南岬", "Nanjia"}, {"云麓", "Yunlu"}, {"砚岭", "Yanling"}, {"稻香", "Daoxiang"}, {"金穗", "Jinsui"},
                 {"石笋", "Shisun"}, {"长汐", "Changxi"}, {"双榕", "Shuangrong"}})
            add(std::string(s.zh), std::string(s.en), "镇", "");
        add("星湾", "Xingwan", "园区", " Park");
        return out;
    }();
    return names;
}

std::vector<domain::LocalText> communityNames(std::size_t count, Random& random)
{
    std::vector<domain::LocalText> all;
    std::set<std::string> english; // two names that sound the same would be one in English
    for (const Syllable& a : kFirst) {
        for (const Syllable& b : kSecond) {
            std::string zh = std::string(a.zh) + std::string(b.zh), en = std::string(a.en) + std::string(b.en);
            if (std::ranges::find(kTaken, zh) == std::end(kTaken) && english.insert(en).second)
                all.push_back({std::move(zh), std::move(en)});
        }
    }
    random.shuffle(all);
    if (all.size() > count)
        all.resize(count);
    return all;
}

domain::LocalText personName(Random& random)
{
    const Syllable& family = any(kSurnames, random);
    const Syllable& first = any(kGiven, random);
    std::string zh = std::string(family.zh) + std::string(first.zh), given(first.en);
    if (random.chance(0.68)) {
        const Syllable& second = any(kGiven, random);
        zh += second.zh;
        given += second.en;
    }
    given[0] = static_cast<char>(given[0] - 'a' + 'A');
    return {std::move(zh), std::string(family.en) + ' ' + given};
}

} // namespace zs::sim
