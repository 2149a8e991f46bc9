package org.gongkai.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.check.file.Invented;

/** A site of wrong files, each with a mistake of its own, that stands on 1 June 2024. */
public final class WrongFiles {

    private static final String[] OPEN = {"公开范围: 本单位", "发布机构: 支部", "保密审查: 宣传委员 2024-02-01", "审批: 书记 2024-02-02"};

    private final SiteFolder site;
    private final Map<String, List<String>> expected = new TreeMap<>();

    private WrongFiles(SiteFolder site) {
        this.site = site;
    }

    /** Writes every file. */
    public static WrongFiles writeTo(SiteFolder site) throws IOException {
        WrongFiles files = new WrongFiles(site);
        files.headers();
        files.numbersAndApproval();
        files.notices();
        files.texts();
        files.links();
        files.attachments();
        files.filesAndData();
        return files;
    }

    /** What is expected of each file: {@code line:column code}, by its path. */
    public Map<String, List<String>> expected() {
        return expected;
    }

    private void headers() {
        file("文件头没有结束.md", "---\n标题: 甲\n发布日期: 2024-03-04\n\n正文。\n", "1:1 E100");
        file("没有文件头.md", "正文。\n", "1:1 E100");
        entry("不是YAML", "2:6 E101", "标题: 甲: 乙");
        entry("字段写了两次", "4:1 E102", "标题: 甲", "标题: 乙");
        entry("不认识的字段", "4:1 E103", "公开范为: 社会");
        file("缺少字段.md", "---\n标题: 甲\n栏目: 通知\n---\n\n正文。\n", "1:1 E104");
        entry("类型不对", "5:7 E106", "标题: 2024年第一季度党费收缴公示", "文种: 党费收缴公示", "应交人数: 十八", "实交人数: 18", "应交金额: 1", "实交金额: 1");
        entry("没有这一天", "3:7 E123", "标题: 甲", "发布日期: 2024-02-30");
        entry("年份写错的日期", "4:7 E123", "成文日期: 0204-03-01");
        entry("没有这个文种", "4:5 E105", "文种: 通只");
        entry("没有这个栏目", "4:5 E117", "栏目: 通支");
        entry("没有这个范围", "4:7 E109", "公开范围: 全社会");
        entry("没有这个状态", "4:5 E108", "状态: 草搞");
        entry("没有这个目录项", "4:6 E132", "目录项: 12-9");
        entry("年度不是年份", "4:5 E107", "年度: 二四");
        entry("年度离日期太远", "4:5 E147", "年度: 2014");
        entry("两个文种互斥", "4:5 E124", "标题: 关于甲的通知", "文种: [通知, 规章制度]", "施行日期: 2024-04-01");
        entry("范围宽于目录", "5:7 E154", "目录项: 甲-1", "公开范围: 社会");
        entry("特定对象", "4:7 E304", "公开范围: 特定对象");
        entry("失效在发布以前", "4:7 E155", "失效日期: 2024-03-01");
        entry("少了应填的字段", "4:5 W126", "文种: 党课", "标题: 支部书记讲党课");
        entry("标题不像通知", "2:5 W124", "文种: 通知", "标题: 值班安排");
        entry("标题里是前年", "2:5 W156", "标题: 2022年情况", "年度: 2024");
        entry("期间倒了", "5:24 E106", "文种: 工作总结", "期间: {起: 2024-03-01, 止: 2024-01-31}", "标题: 2024年工作总结");
        file("AsciiDoc的日期.adoc", "= 甲\n:发布日期: 2024-03-04\n:成文日期: 2024-13-01\n:栏目: 通知\n\n正文。\n", "3:8 E123");
        file("JBake的字段.md", "title=甲\ndate=2024-03-04\n栏目=通知\nstatu=草稿\n~~~~~~\n正文。\n", "4:1 E103");
    }

    private void numbersAndApproval() {
        entry("索引号写法", "4:6 E140", "索引号: SLSW01-2024-18");
        entry("索引号是别人的", "4:6 W140", "索引号: SLSW02/2024-00018");
        // Two files are told of one mistake; both would get the same address, which is told at the second.
        entry("索引号重复一", "4:6 E141", "索引号: SLSW01/2024-00001");
        entry("索引号重复二", "4:6 E141, 4:6 E301", "索引号: SLSW01/2024-00001");
        entry("发文字号写法", "4:7 E143", "发文字号: 示水党[2024]第3号");
        entry("没有保密审查", "1:1 E104", "文种: 通知", "标题: 关于甲的通知", "公开范围: 本单位", "发布机构: 支部", "审批: 书记 2024-02-02");
        entry("没有审批", "1:1 E104", "文种: 通知", "标题: 关于甲的通知", "公开范围: 本单位", "发布机构: 支部", "保密审查: 委员 2024-02-02");
        entry("审查没有人", "4:7 E145", "保密审查: 已审查 2024-02-01");
        entry("审批日期无效", "4:5 E146", "审批: 书记 2024-02-30");
        entry("审批日期没有年份", "4:5 E146", "审批: 书记 2月28日");
        entry("审批在审查以前", "4:7 E144", "保密审查: 宣传委员 2024-02-03", "审批: 书记 2024-02-02");
        entry("审批在发布以后", "5:5 E144", "保密审查: 宣传委员 2024-02-03", "审批: 书记 2024-03-05");
        entry("成文在发布以后", "4:7 E144", "成文日期: 2024-03-05");
        entry("成文在审批以后", "5:7 W144", "审批: 书记 2024-02-02", "成文日期: 2024-02-03");
        entry("审查审批一个人", "5:5 W146", "保密审查: 书记 2024-02-01", "审批: 书记 2024-02-02");
    }

    private void notices() {
        notice("公示倒了", "6:24 E120", "公示: {起: 2024-05-10, 止: 2024-05-06}", "监督电话: 内线 6022");
        notice("公示偏短", "6:5 W148", "公示: {起: 2024-04-30, 止: 2024-05-08, 结果: 无}", "监督电话: 内线 6022");
        notice("工作日数不对", "6:5 E149", "公示: {起: 2024-05-06, 止: 2024-05-10, 工作日: 7, 结果: 无}", "监督电话: 内线 6022");
        notice("没有渠道", "6:5 E150", "公示: {起: 2024-05-06, 止: 2024-05-10, 工作日: 5}");
        notice("没有起止日期", "4:5 E153", "监督电话: 内线 6022");
        notice("公示没有结果", "6:5 W151", "公示: {起: 2024-03-11, 止: 2024-03-15, 工作日: 5}", "监督电话: 内线 6022");
        notice("没有放假安排", "6:5 W152", "公示: {起: 2029-05-07, 止: 2029-05-18}", "监督电话: 内线 6022");
        // Right: a Sunday that was worked, and several kinds in one.
        notice("没有错的公示", "", "公示: {起: 2024-04-26, 止: 2024-05-06, 工作日: 5}", "监督电话: 内线 6022");
    }

    private void texts() {
        body("密级标志", "6:3 E222", "名册秘密★5年");
        body("合并冲突", "6:1 E238", "<<<<<<< HEAD", "定于周一。");
        body("带字样", "6:1 E223", "内部资料，禁止外传");
        body("身份证号", "6:3 E270", "证号" + Invented.id("19000101"));
        body("手机号", "6:3 E272", "电话" + Invented.mobile());
        body("银行卡号", "6:3 E273", "卡号" + Invented.card(19));
        body("出生日期", "6:3 E274", "某甲1990年1月2日出生。");
        body("家庭住址", "6:1 W275", "住甲乙路1号2栋。");
        body("代码里的手机号", "7:1 E272", "```", Invented.mobile(), "```");
        entry("文件头里的手机号", "4:9 E272", "责任人: 组长 " + Invented.mobile().replaceFirst("(...)(....)", "$1 $2 "));
        body("占位符X", "6:3 W220", "学习X次。");
        body("占位符XX局", "6:1 W220", "XX局的做法。");
        body("占位符20XX年", "6:1 W220", "20XX年的工作。");
        body("占位符圈", "6:1 W220", "○○村的党员。");
        body("占位符某某", "6:2 W220", "向某某同志学习。");
        body("占位符乘号", "6:1 W220", "第×次会议。");
        body("模板网站的话", "6:1 W221", "本文系作者原创投稿，仅供学习参考，请勿照搬照抄！");
        body("编号少了三", "10:1 W224", "一、甲", "", "二、乙", "", "四、丁");
        body("编号少了4", "9:1 W224", "1.甲", "2.乙", "3.丙", "5.戊");
        body("半角标点", "6:3 W226", "学习,落实。");
        body("引号不成对", "6:3 W227", "落实“三会一课制度。");
        body("书名号不成对", "6:3 W227", "学习《条例。");
        body("数目不符", "6:3 W229", "做好4项工作：", "", "- 甲", "- 乙", "- 丙");
        body("建党周年", "6:5 W230", "纪念建党99周年。");
        body("错词", "6:3 W231", "建立台帐。");
        body("附件只有标题", "8:1 W236", "正文。", "", "附件1", "", "安排表");
    }

    private void links() {
        body("链接的条目不存在", "6:5 E201", "[甲](没有.md)");
        body("链接的位置不存在", "6:5 E206", "[甲](没有错的公示.md#没有)");
        body("自己电脑上的文件", "6:5 E207", "[甲](C:\\资料\\甲.docx)");
        body("自己电脑上的网址", "6:5 E207", "[甲](file:///d:/甲.docx)");
        body("别的网站", "6:5 W208", "[甲](http://www.example.com/)");
        body("图片不存在", "6:6 E202", "![甲](没有.png)");
    }

    private void attachments() throws IOException {
        entry("附件不存在", "4:6 E203", "附件: [没有.docx]");
        attached("空附件.docx", new byte[0], "1:1 E252");
        attached("程序.exe", bytes("MZ"), "1:1 E250");
        attached("改了扩展名.docx", Attachments.pdf("1"), "1:1 E251");
        attached("带定位的照片.jpg", Attachments.jpegWithPlace(), "1:1 E266");
        attached("加密.pdf", Attachments.lockedPdf("x", "1"), "1:1 E254");
        attached("名单.txt", bytes("甲\n乙 " + Invented.mobile() + "\n"), "2:3 E272");
        attached("名单.csv", bytes("姓名,证号\n甲," + Invented.id("19000101") + "\n"), "2:3 E270");
        attached("名单.docx", Attachments.docx("名单", "甲 " + Invented.mobile()), "2:3 E272");
        attached("名单.pdf", Attachments.pdf("a", "b " + Invented.mobile()), "2:1 E272");
        attached("隐藏的工作表.xlsx", hiddenSheet(), "1:1 E273, 1:1 W264");
        attached("隐藏的行.xlsx", hiddenRow(), "1:1 W264, 2:1 E272");
        attached("有标志.docx", Attachments.docx("机密★3年"), "1:1 E222");
        attached("大视频.mp4", new byte[0], "1:1 E255, 1:1 W258");
        try (RandomAccessFile video =
                new RandomAccessFile(site.root().resolve("content/大视频.mp4").toFile(), "rw")) {
            video.setLength(101L << 20);
        }
        site.file("content/没有条目用到.txt", "甲");
        expect("没有条目用到.txt", "1:1 W256");
        site.file("content/签到表.txt", "甲");
        file(
                "附件名称不一致.md",
                "---\n标题: 甲\n发布日期: 2024-03-04\n栏目: 通知\n附件: [签到表.txt]\n---\n\n正文。\n\n附件：1. 安排表\n",
                "10:7 W262");
    }

    private void filesAndData() {
        byte[] gbk =
                "---\n标题: 关于开会的说明\n发布日期: 2024-03-04\n栏目: 通知\n---\n\n定于三月十日开会。\n".getBytes(Charset.forName("GB18030"));
        site.file("content/国标编码.md", gbk);
        expect("国标编码.md", "1:1 W405");
        byte[] broken = "---\n标题: 甲\n发布日期: 2024-03-04\n---\n\n正文x\n".getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 2] = (byte) 0xFF;
        site.file("content/坏字节.md", broken);
        expect("坏字节.md", "6:3 E402");
        file("文件头太深.md", "---\n标题: 甲\n标签: " + "[".repeat(30) + "甲\n---\n", "3:25 E411");
        file("_data/site.yml", "名称: 支部\n机构代码: SLSW01\n网扯: http://a.example/\n规则: {E270: 关}\n", "3:1 E103, 4:6 E192");
        file("_data/organisation.yaml", "党员人数: 18\n", "1:1 W409");
        file("_data/categories.yml", "- {名称: 通知, 标识: notices}\n- {名称: 党课, 标识: 党课}\n", "2:16 E115");
        file("_data/catalogue.yml", "- {编号: 甲-1, 事项: 党费, 范围: 本单位}\n- {事项: 乙}\n", "2:3 E131");
        file("_data/kinds.yml", "- {名称: 慰问, 标识: visits, 字段: [{名称: 人次, 类型: nubmer}]}\n", "1:42 E127");
        file("_data/privacy.yml", "允许: [{内容: [12380]}]\n", "1:11 E276");
        file("_data/holidays/2003.yml", "年: 2003\n休: [2003-02-30]\n", "2:5 E158");
    }

    // ---- how wrong files are made

    /** An article with these lines more in its header, or a title or a date of its own. */
    private void entry(String name, String places, String... lines) {
        List<String> header = new ArrayList<>(List.of("---"));
        header.add(own("标题", "甲", lines));
        header.add(own("发布日期", "2024-03-04", lines));
        List<String> left = new ArrayList<>(List.of(lines));
        left.remove(header.get(1));
        left.remove(header.get(2));
        header.addAll(left);
        if (Arrays.stream(lines).noneMatch(line -> line.startsWith("栏目"))) {
            header.add("栏目: 通知");
        }
        boolean open = Arrays.stream(lines).anyMatch(line -> line.startsWith("文种"))
                && Arrays.stream(lines).noneMatch(line -> line.startsWith("发布机构"));
        if (open) {
            header.addAll(List.of(OPEN));
        }
        file(name + ".md", String.join("\n", header) + "\n---\n\n正文。\n", places);
    }

    private static String own(String field, String otherwise, String... lines) {
        // A line that is itself the mistake stands for the field; the first one does if it is written twice.
        return Arrays.stream(lines)
                .filter(line -> line.startsWith(field + ":"))
                .findFirst()
                .orElse(field + ": " + otherwise);
    }

    private void notice(String name, String places, String... lines) {
        List<String> all = new ArrayList<>(List.of("标题: 关于甲的公示", "文种: 公示", "栏目: 通知"));
        all.addAll(List.of(lines));
        entry(name, places, all.toArray(String[]::new));
    }

    /** An article of this body, which begins on line 7. */
    private void body(String name, String places, String... lines) {
        file(name + ".md", "---\n标题: 甲\n发布日期: 2024-03-04\n栏目: 通知\n---\n" + String.join("\n", lines) + "\n", places);
    }

    private void attached(String file, byte[] bytes, String places) {
        site.file("content/" + file, bytes);
        expect(file, places);
        file("附件 " + file + ".md", "---\n标题: 甲\n发布日期: 2024-03-04\n栏目: 通知\n附件: [" + file + "]\n---\n\n正文。\n", "");
    }

    private void file(String path, String text, String places) {
        site.file("content/" + path, text);
        expect(path, places);
    }

    private void expect(String path, String places) {
        expected.put("content/" + path, places.isEmpty() ? List.of() : List.of(places.split(", ")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hiddenSheet() {
        String cell = "<sheetData><row><c t=\"inlineStr\"><is><t>%s</t></is></c></row></sheetData>";
        return Attachments.xlsx(
                "<sheet name=\"表\" r:id=\"r1\"/><sheet name=\"底\" state=\"hidden\" r:id=\"r2\"/>",
                Map.of("sheet1.xml", cell.formatted("一"), "sheet2.xml", cell.formatted(Invented.card(16))));
    }

    private static byte[] hiddenRow() {
        String cell = "<c t=\"inlineStr\"><is><t>%s</t></is></c>";
        return Attachments.xlsx(
                "<sheet name=\"表\" r:id=\"r1\"/>",
                Map.of(
                        "sheet1.xml",
                        "<sheetData><row r=\"1\">" + cell.formatted("一") + "</row><row r=\"2\" hidden=\"1\">"
                                + cell.formatted(Invented.mobile()) + "</row></sheetData>"));
    }
}
