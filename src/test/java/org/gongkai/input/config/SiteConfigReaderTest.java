package org.gongkai.input.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteConfigReaderTest {

    private static final String AUDIENCE = "；例如：{名称: 全体党员, 范围: [社会, 全党], 目录: dang}；第二个起，每个写一个自己的目录";
    private static final String SLUG = "可以写：小写字母、数字和连字符，最多 80 个，不能是 Windows 的设备名（con、aux 等）";

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void aSiteThatSaysNothingHasSaneSettings() {
        SiteConfig config = read(null, null);

        assertThat(config.name()).isEqualTo("党务公开");
        assertThat(config.baseUrl()).isEmpty();
        assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(config.audiences()).containsExactly(new Audience("本单位", List.of("社会", "全党", "本单位"), "", ""));
        assertThat(config.data().categories()).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void readsSettingsInChinese() {
        SiteConfig config =
                site("名称: 一支部\n单位: 供水公司\n机构代码: A01\n网址: http://dang.lan\n时区: Asia/Urumqi\n联系: 电话\n监督: 信箱\n样子: 现代\n");

        assertThat(config)
                .isEqualTo(new SiteConfig(
                        "一支部",
                        new SiteConfig.Branch("供水公司", "A01", "电话", "信箱"),
                        new SiteConfig.Readers("http://dang.lan/", config.audiences(), List.of()),
                        ZoneId.of("Asia/Urumqi"),
                        30,
                        new SiteConfig.Display(true, false, CommitDisplay.DEFAULT, "现代"),
                        config.data(),
                        EntryDefaults.NONE));
        assertThat(config.data().reserved())
                .startsWith("assets", "years", "tags", "editions")
                .endsWith("matters");
        assertThat(problems).isEmpty();
    }

    @Test
    void readsWhatEntriesNeedNotRepeat() {
        assertThat(site("默认: {公开范围: 本单位, 发布机构: 一支部, 责任人: 书记, 保密审查人: 宣传委员}\n").defaults())
                .isEqualTo(new EntryDefaults("本单位", "一支部", "书记", "宣传委员"));
        assertThat(site("defaults: {scope: 特定对象, publisher: 一支部, owner: 书记, reviewer: 宣传委员}\n")
                        .defaults())
                .isEqualTo(new EntryDefaults("特定对象", "一支部", "书记", "宣传委员"));
        assertThat(problems).isEmpty();
    }

    @Test
    void readsWhatReadersSeeOfCommits() {
        assertThat(site("修改记录: {提交说明: 不公开}\n").display().commits()).isEqualTo(new CommitDisplay(false, true));
        assertThat(site("history: {messages: no, authors: no}\n").display().commits())
                .isEqualTo(new CommitDisplay(false, false));
        assertThat(problems).isEmpty();

        site("修改记录: {修改人: 保密}\n");
        site("修改记录: 不公开\n");
        assertThat(problems).extracting(Problem::message).containsExactly("“修改人”不能写“保密”", "“修改记录”应由“名称: 值”组成");
    }

    @Test
    void refusesDefaultsThatDiscloseMore() {
        assertThat(site("默认: {公开范围: 社会}\n").defaults()).isEqualTo(EntryDefaults.NONE);
        site("默认: {公开范围: 全体}\n");
        site("默认: {栏目: 通知}\n");
        site("默认: 本单位\n");
        site("默认: {发布机构: [一支部]}\n");
        assertThat(problems)
                .extracting(Problem::text)
                .containsExactly(
                        "content/_data/site.yml:1:12: 错误 E183 默认的公开范围不能是“社会”，它宽于本单位；请写 本单位；给“社会”看的，在那一条里写明 公开范围: 社会",
                        "content/_data/site.yml:1:12: 错误 E109 “公开范围”不能写“全体”；可以写：本单位、特定对象",
                        "content/_data/site.yml:1:6: 错误 E103"
                                + " 不认识的字段“栏目”；可以写：公开范围、scope、发布机构、publisher、责任人、owner、保密审查人、reviewer",
                        "content/_data/site.yml:1:5: 错误 E110 “默认”应由“名称: 值”组成；例如：默认: {公开范围: 本单位, 发布机构: 第一党支部}",
                        "content/_data/site.yml:1:12: 错误 E110 “发布机构”应是一段文字；不要写成列表或分组");
    }

    @Test
    void readsWhetherLargePicturesAreReduced() {
        assertThat(site("图片: 缩小\n").display().picturesReduced()).isTrue();
        assertThat(problems).isEmpty();

        site("图片: 2MB\n");
        assertThat(problems)
                .extracting(Problem::text)
                .containsExactly("content/_data/site.yml:1:5: 错误 E110 “图片”不能写“2MB”；可以写：缩小、不缩小");
    }

    @Test
    void readsTheSameSettingsInEnglish() {
        assertThat(site("name: 一支部\n"
                        + "unit: 供水公司\n"
                        + "code: A01\n"
                        + "base-url: http://dang.lan/\n"
                        + "time-zone: Asia/Urumqi\n"
                        + "contact: 电话\n"
                        + "supervision: 信箱\n"))
                .isEqualTo(
                        site("名称: 一支部\n单位: 供水公司\n机构代码: A01\n网址: http://dang.lan\n时区: Asia/Urumqi\n联系: 电话\n监督: 信箱\n"));
    }

    @Test
    void readsHowSoonTheResultOfANoticeIsExpected() {
        assertThat(site("公示结果期限: 15").resultWithin()).isEqualTo(15);
        assertThat(site("result-within: 60天").resultWithin()).isEqualTo(60);
        assertThat(site("公示结果期限: 半个月").resultWithin()).isEqualTo(30);
        assertThat(problems)
                .extracting(Problem::text)
                .containsExactly(
                        "content/_data/site.yml:1:9: 错误 E110 “公示结果期限”不能写“半个月”；可以写：1 到 999 的天数，如 30：公示结束多少天以后还没有写结果就提醒");
    }

    @Test
    void readsWhetherReadersSeeWhoApproved() {
        assertThat(site("经办人: 公开").display().personsShown()).isTrue();
        assertThat(site("经办人: 不公开").display().personsShown()).isFalse();
        assertThat(problems).isEmpty();
        assertThat(site("经办人: 保密").display().personsShown()).isTrue();
        assertThat(problems)
                .extracting(Problem::text)
                .containsExactly("content/_data/site.yml:1:6: 错误 E110 “经办人”不能写“保密”；可以写：公开、不公开：读者看不看得到谁拟稿、谁审查、谁审批");
    }

    @Test
    void tellsOfTextsThatAreNone() {
        site("名称: [甲]\n机构代码: A 01\n监督: {电话: 6022}\n");
        assertThat(problems)
                .extracting(Problem::text)
                .containsExactly(
                        "content/_data/site.yml:1:5: 错误 E110 “名称”应是一段文字；不要写成列表或分组",
                        "content/_data/site.yml:2:7: 错误 E110 “机构代码”不能写“A 01”；可以写：字母和数字，如 ABCD01；它是索引号的第一段",
                        "content/_data/site.yml:3:5: 错误 E110 “监督”应是一段文字；不要写成列表或分组");
    }

    @Test
    void theFirstAudienceHasTheFolderAskedForAFurtherOneItsOwn() {
        SiteConfig config = site("受众:\n- {名称: 支部党员, 范围: [社会, 全党, 本单位], 目录: dang}\n- {名称: 群众, 范围: 社会, 目录: qunzhong}\n");

        assertThat(config.audiences())
                .containsExactly(
                        new Audience("支部党员", List.of("社会", "全党", "本单位"), ""),
                        new Audience("群众", List.of("社会"), "qunzhong"));
    }

    @Test
    void theAddressOfTheSiteIsThatOfTheFirstAudienceAndFurtherOnesHaveTheirOwnOrNone() {
        SiteConfig config = site("网址: http://dang.lan\n受众:\n- {名称: 党员, 范围: 本单位}\n"
                + "- {名称: 群众, 范围: 社会, 目录: qun, 网址: http://qun.lan/dwgk}\n- {name: 来访, scopes: 社会, folder: fang}\n"
                + "- {name: 上级, scopes: 社会, folder: shang, base-url: 'http://dang.lan:81/'}\n");

        assertThat(config.baseUrl()).isEqualTo("http://dang.lan/");
        assertThat(config.audiences())
                .extracting(Audience::baseUrl)
                .containsExactly("http://dang.lan/", "http://qun.lan/dwgk/", "", "http://dang.lan:81/");
        assertThat(config.readers().addresses())
                .containsExactly("http://dang.lan/", "http://qun.lan/dwgk/", "http://dang.lan:81/");
        assertThat(problems).isEmpty();
    }

    @Test
    void theFirstAudienceMaySayTheAddressOfTheSite() {
        assertThat(site("受众:\n- {名称: 党员, 范围: 本单位, 网址: http://dang.lan/}\n").baseUrl())
                .isEqualTo("http://dang.lan/");
        site("网址: http://dang.lan/\n受众:\n- {名称: 党员, 范围: 本单位, 网址: http://DANG.lan}\n");
        assertThat(problems).isEmpty();
    }

    @Test
    void tellsOfAddressesThatCannotAllBeRight() {
        site("网址: http://dang.lan/\n受众:\n- {名称: 党员, 范围: 本单位, 网址: http://qun.lan/}\n"
                + "- {名称: 群众, 范围: 社会, 目录: a, 网址: http://qun.lan}\n- {名称: 来访, 范围: 社会, 目录: b, 网址: qun.lan}\n"
                + "- {名称: 上级, 范围: 社会, 目录: c, 网址: [http://a/]}\n");

        assertThat(texts())
                .containsExactly(
                        "content/_data/site.yml:3:25: 错误 E113"
                                + " 公开对象“党员”的网址“http://qun.lan/”与站点的网址“http://dang.lan/”不同；站点的网址就是第一个公开对象的网址，请只写一处",
                        "content/_data/site.yml:4:31: 错误 E113 “网址”“http://qun.lan/”写了两次；第3行已有，请各写一个不同的（不分大小写）",
                        "content/_data/site.yml:5:31: 错误 E111 “网址”不能写“qun.lan”；可以写：完整的网址，如 http://主机名/",
                        "content/_data/site.yml:6:31: 错误 E111 “网址”应是一段文字；不要写成列表或分组");
    }

    @Test
    void readsColumnsInTheirOrder() {
        SiteConfig config = categories("- {名称: 通知, 标识: notices, 说明: 各类通知}\n- {name: 计划, slug: plans-2}\n");

        assertThat(config.data().categories())
                .containsExactly(
                        new ColumnConfig("通知", "notices", "各类通知", true, 12),
                        new ColumnConfig("计划", "plans-2", "", true, 12));
        assertThat(problems).isEmpty();
    }

    /** Which file, its lines, and what is told of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    site | 名称: 甲⏎网扯: http://a/ | 2:1: 错误 E103 不认识的字段“网扯”；您是不是要写“网址”
                    site | - 名称 | 1:1: 错误 E110 这个文件应由“名称: 值”组成；例如：名称: 第一党支部党务公开
                    site | 时区: Asia/Beijing | 1:5: 错误 E112 “时区”不能写“Asia/Beijing”；可以写：时区的名称，一般是 Asia/Shanghai
                    site | 受众: 党员 | 1:5: 错误 E113 没有写“范围”；例如：{名称: 全体党员, 范围: [社会, 全党], 目录: dang}；第二个起，每个写一个自己的目录
                    site | 受众: [党员] | 1:6: 错误 E113 没有写“范围”；例如：{名称: 全体党员, 范围: [社会, 全党], 目录: dang}；第二个起，每个写一个自己的目录
                    site | 受众:⏎- {名称: 党员, 范围: [全体]} | 2:17: 错误 E113 “范围”不能写“全体”；您是不是要写“全党”
                    site | 受众:⏎- {名称: 甲, 范围: [社会, 特定对象]} | 2:3: 错误 E114 “特定对象”不能进入共用的站点；请从名称和范围里去掉“特定对象”
                    site | 受众:⏎- {名称: 甲, 范围: [社会], 目录: ../甲} | 2:25: 错误 E113 “目录”不能写“../甲”；可以写：小写字母、数字和连字符，最多 80 个，不能是 Windows 的设备名（con、aux 等）
                    site | 受众:⏎- {名称: 甲, 范围: [社会], 目录: a} | 2:25: 警告 W195 第一个公开对象的“目录”“a”不起作用；它的网站就在指定的文件夹里，几个一起发布时用它名称的拼音；请删去“目录”
                    site | 受众:⏎- {名称: 甲} | 2:3: 错误 E113 没有写“范围”；例如：{名称: 全体党员, 范围: [社会, 全党], 目录: dang}；第二个起，每个写一个自己的目录
                    categories | 通知: notices | 1:1: 错误 E115 这个文件应是一个列表；每一项写：- {名称: 通知, 标识: notices}
                    categories | - 通知 | 1:3: 错误 E115 每一项应由“名称: 值”组成；每一项写：- {名称: 通知, 标识: notices}
                    categories | - {标识: notices} | 1:3: 错误 E115 没有写“名称”；每一项写：- {名称: 通知, 标识: notices}
                    categories | - {名称: 通知, 标识: a}⏎- {名称: 公告, 标识: a} | 2:16: 错误 E116 “标识”“a”写了两次；第1行已有，请各写一个不同的（不分大小写）
                    """)
    void aMistakeIsToldWhereItStands(String file, String lines, String told) {
        String text = lines.replace('⏎', '\n') + "\n";
        if (file.equals("site")) {
            site(text);
        } else {
            categories(text);
        }

        assertThat(texts()).containsExactly("content/_data/" + file + ".yml:" + told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dang.lan", "ftp://dang.lan/", "http://dang lan/", "http://dang.lan/?a=1"})
    void tellsOfAnAddressThatIsNone(String url) {
        site("网址: " + url + "\n");

        assertThat(texts())
                .containsExactly("content/_data/site.yml:1:5: 错误 E111 “网址”不能写“" + url + "”；可以写：完整的网址，如 http://主机名/");
    }

    @Test
    void tellsThatTwoAudiencesWouldShareAFolder() {
        site("受众:\n- {名称: 甲, 范围: [社会]}\n- {名称: 乙, 范围: [全党], 目录: a}\n- {名称: 丙, 范围: [社会], 目录: a}\n- {名称: 丁, 范围: [社会]}\n");

        assertThat(texts())
                .containsExactly(
                        "content/_data/site.yml:4:25: 错误 E113 “目录”“a”写了两次；第3行已有，请各写一个不同的（不分大小写）",
                        "content/_data/site.yml:5:3: 错误 E113 没有写“目录”" + AUDIENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "Notices", "a_b", "-a", "通知"})
    void tellsOfASlugThatNoColumnCanHave(String slug) {
        categories("- {名称: 通知, 标识: " + slug + "}\n");

        assertThat(texts()).containsExactly("content/_data/categories.yml:1:16: 错误 E115 “标识”不能写“" + slug + "”；" + SLUG);
    }

    @Test
    void tellsOfAFolderThatOtherPagesHave() {
        categories("- {名称: 通知, 标识: tags}\n");
        site("受众:\n- {名称: 甲, 范围: [社会]}\n- {名称: 乙, 范围: [社会], 目录: releases}\n");

        assertThat(texts())
                .containsExactly(
                        "content/_data/categories.yml:1:16: 错误 E115 “标识”不能写“tags”；"
                                + "它是别的网页的文件夹，也不能写 assets、years、tags、editions、index、sitemap、matters",
                        "content/_data/site.yml:3:25: 错误 E113 “目录”不能写“releases”；"
                                + "它留给发布批次，也不能写 current、releases、editions、addresses");
    }

    @Test
    void tellsOfAFieldInBothLanguages() {
        assertThat(site("名称: 甲\nname: 乙\n").name()).isEqualTo("甲");

        assertThat(texts())
                .containsExactly("content/_data/site.yml:2:1: 错误 E102 字段“name”与前面的“名称”是同一个字段；同一个字段只写一次，请删去多余的一处");
    }

    private SiteConfig site(String text) {
        return read(text, null);
    }

    private SiteConfig categories(String text) {
        return read(null, text);
    }

    private SiteConfig read(String site, String categories) {
        return new SiteConfigReader(new YamlReader(), FeatureNames.ofFolders("matters"), problems::add)
                .read(path -> Optional.ofNullable(
                        path.equals(SiteConfigReader.SITE)
                                ? site
                                : path.equals(SiteConfigReader.CATEGORIES) ? categories : null));
    }

    private List<String> texts() {
        return problems.stream().map(Problem::text).toList();
    }
}
