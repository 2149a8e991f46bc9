import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes a site of invented Chinese entries, of any size, for benchmarks.
 *
 * <pre>java src/bench/Corpus.java --entries N --out DIR [--format gongkai|hugo|jbake] [--seed 1]
 *     [--adoc-percent 0] [--length 100] [--templates DIR]</pre>
 *
 * <p>The same seed gives the same bytes on every machine: each entry draws its words from a generator of
 * its own, seeded by the seed and the entry's place, so entries are written in parallel. The three formats
 * hold the same text and differ in headers, file names and the form of links. Water station, streets and
 * posts are invented; no person is named.
 */
public class Corpus {

    enum Format { GONGKAI, HUGO, JBAKE }

    /** A column of the site: its name, its ASCII name in addresses, its catalogue item, the kinds it holds. */
    record Column(String name, String id, String catalogue, List<String> kinds) {}

    /** All that lists, headers and links need to know of an entry; its body is made when it is written. */
    record Entry(int index, Column column, String kind, LocalDate date, String number, String title,
                 String scope, List<String> tags, boolean adoc) {

        int year() {
            return date.getYear();
        }

        String serial() {
            return number.substring(number.length() - 5);
        }

        /** The entry's file below {@code content/}. */
        String path(Format format) {
            String ending = adoc ? ".adoc" : ".md";
            return format == Format.GONGKAI
                    ? column.name + "/" + year() + "/" + serial() + "-" + kind + ending
                    : column.id + "/" + year() + "/" + slug() + ending;
        }

        String slug() {
            return number.replace('/', '-').toLowerCase(Locale.ROOT);
        }
    }

    static final String CODE = "SLBM01";
    static final String PUBLISHER = "清溪示例水站党支部";
    static final int FIRST_YEAR = 2016;
    static final int YEARS = 10;

    /** Bodies are filled up to a length in bytes between these two, most of them near the middle. */
    static final int SHORTEST = 2_250;
    static final int LONGEST = 13_250;

    static final List<Column> COLUMNS = List.of(
            new Column("通知公告", "notices", "12-2", List.of("通知", "通报")),
            new Column("计划总结", "plans", "12-2", List.of("工作计划", "工作总结")),
            new Column("组织生活", "meetings", "12-3", List.of("支委会", "党课")),
            new Column("主题党日", "theme-days", "12-3", List.of("主题党日")),
            new Column("公示公告", "publicity", "12-4", List.of("公示")),
            new Column("学习教育", "study", "12-3", List.of("学习计划", "简报")),
            new Column("制度建设", "rules", "12-4", List.of("规章制度", "实施方案")),
            new Column("服务群众", "service", "12-5", List.of("简报", "通知")),
            new Column("作风建设", "conduct", "12-5", List.of("通报", "工作总结")),
            new Column("责任落实", "duties", "12-6", List.of("实施方案", "工作计划")));

    static final List<String> TAGS = words("""
            管网巡检 水质检测 阀门保养 水泵检修 水池清洗 漏点排查 抄表核对 压力调节 备件盘点 台账整理
            用户回访 节水宣传 应急演练 夜间值守 安全培训 仪表校准 井盖更换 冬季保温 汛期值班 管线标识
            季度安排 年度安排 学习交流 岗位练兵 结对互助 志愿服务 意见征集 整改落实 经验推广 流程优化
            节能降耗 档案归集 轮班调整 设备更新 新员工 老用户 社区联络 检查评比 会议纪要 制度修订""");

    static final List<String> WORK = words("""
            管网巡检 水质检测 阀门保养 水泵检修 清水池清洗 漏点排查 抄表核对 消毒剂补充 管道压力调节 配电柜除尘
            备件盘点 运行台账整理 用户回访 节水宣传 停水应急演练 夜间值守 岗位安全培训 流量仪表校准 破损井盖更换
            户外水表保温 汛期值班 地下管线标识 滤料更换 取样点维护 控制室改造 加药间通风 进水格栅清理 排泥阀检查
            备用电源试车 管廊照明维修 老旧管段改造 计量分区建设 泵房降噪 站区绿化 服务窗口轮值 报修单回访""");

    static final List<String> AREA = words("""
            东湾 石桥头 柳堤 北塘口 南坪里 竹园 杏林坡 荷塘边 青石巷 云台里 杉坡 桂坊 苇渡 芦花汀 枣树沟 麦场
            小关口 磨坊里 茶亭 槐荫 上渠 下渠 新渡 旧渡""");

    static final List<String> PLACE = words("""
            泵房 加压站 阀门井 清水池 配水间 化验室 值班室 取水口 管廊 抄表片区 沉淀池 加药间 仓库 服务窗口""");

    static final List<String> ROLE = words("""
            值班组 巡检组 化验组 维修组 抄表组 客服岗 安全员 仓库管理员 宣传委员 组织委员 纪检委员 支部书记
            第一党小组 第二党小组 青年突击队 党员先锋岗 设备管理员 资料员""");

    static final List<String> RESULT = words("""
            各项指标平稳 记录完整可查 用户反映良好 用时比上年缩短 差错明显减少 交接更加清楚 隐患得到消除 供水压力保持稳定
            台账与现场一致 材料当天归档 备件满足周转 责任落实到岗 问题逐项销号 现场整洁有序""");

    static final List<String> METHOD = words("""
            分片包干 逐项登记 现场核对 交叉检查 集中讨论 以老带新 先急后缓 边查边改 定期回看 日清周结 对照清单
            双人复核 当面反馈 图表公示""");

    static final List<String> TIME = words("""
            一月上旬 二月下旬 三月中旬 四月上旬 五月底 六月中旬 七月初 八月下旬 九月中旬 十月底 十一月上旬 十二月中旬
            第一季度 第二季度 第三季度 第四季度 上半年 下半年 汛期到来之前 入冬以前 每周五下午 每月最后一周""");

    static final List<String> TOPIC = words("""
            总体情况 重点任务 工作安排 时间步骤 责任分工 主要做法 存在不足 改进措施 保障条件 检查评价 下一步打算
            学习讨论 现场情况 意见收集 服务事项 记录归档 基本要求 组织方式""");

    /** Sentences; a letter in braces stands for a word of one of the lists above, or for a number. */
    static final List<String> SENTENCES = List.of(
            "{t}，{r}在{a}{p}开展了{w}，采取{m}的办法，共处理事项{n}件，{x}。",
            "针对{a}一带高峰时段水压偏低的情况，{r}会同{r}完成了{w}，并把结果写入当日记录。",
            "各岗位要把{w}与{w}结合起来，做到有安排、有检查、有回音，避免前后脱节。",
            "{a}{p}的{w}由{r}牵头，{r}配合，原则上在{n}个工作日内完成，确有困难的应当提前说明。",
            "从检查情况看，{n}处点位中有{n}处一次合格，其余已经{m}，{x}。",
            "会议听取了{r}关于{w}的说明，讨论了{a}{p}的安排，对下一阶段的分工取得一致意见。",
            "为了减少停水对居民的影响，{w}尽量安排在夜间，并提前{n}小时在{a}张贴告示。",
            "{r}提出，{w}不能只看完成数量，还要看用户是否真正受益，这一看法得到大家赞同。",
            "本次统计以{t}的记录为准，凡与台账不符的，由{r}{m}后统一更正。",
            "{a}片区现有用户{n}户，其中{n}户反映过水表读数问题，{r}已经全部上门核对，{x}。",
            "在{w}中，党员主动承担{a}{p}的夜间任务，累计值守{n}人次，没有发生误操作。",
            "对{a}{p}发现的{n}个小问题，能够当场处理的当场处理，不能当场处理的列入清单，{m}，{x}。",
            "{r}每月汇总一次{w}的进展，内容包括完成数量、用料数量和未完成的原因。",
            "与上一年度同期相比，{w}的平均用时减少{n}分钟，重复报修减少{n}件，{x}。",
            "凡涉及{w}的费用，应当先报计划、后领材料，单据由{r}保存，{t}集中核对一次。",
            "新到岗人员须跟班学习{w}不少于{n}个班次，由{r}考核合格以后方可单独上岗。",
            "{t}以来，{a}{p}运行平稳，日供水量保持在{n}吨上下，余氯和浊度均在规定范围以内。",
            "如遇连续降雨，{r}应当增加{a}{p}的巡查次数，发现水位异常立即报告，不得擅自离岗。",
            "通过{m}，{w}逐步形成固定做法，{r}把经验整理成一页说明，张贴在{p}门口。",
            "大家认为，{w}贵在坚持，既要解决眼前的{n}件具体事，也要把办法留下来，方便以后接手的同志。",
            "请{r}于{t}前把{w}的书面材料交到{p}，逾期未交的在例会上说明原因。",
            "用户可以拨打服务窗口电话，也可以在{a}意见箱留言，{r}收到以后{n}日内给予答复。",
            "{a}{p}与{a}{p}之间的管段使用多年，{w}时应当放慢升压速度，并由两人同时在场。",
            "支部把{w}列入承诺事项，由{r}公开进度，接受全站职工监督，{x}。");

    static final List<String> LEADS = words("重点： 要求： 进度： 提示： 结论： 分工：");

    private final int entries;
    private final Path out;
    private final Format format;
    private final long seed;
    private final int adocPercent;
    /** The length of bodies in percent of the usual. */
    private final int length;
    private final Path templates;

    Corpus(int entries, Path out, Format format, long seed, int adocPercent, int length, Path templates) {
        this.entries = entries;
        this.out = out;
        this.format = format;
        this.seed = seed;
        this.adocPercent = adocPercent;
        this.length = length;
        this.templates = templates;
    }

    public static void main(String[] args) throws IOException {
        if ("水".length() != 1) {
            fail("this file was not read as UTF-8; run it as: java -Dfile.encoding=UTF-8 src/bench/Corpus.java …");
        }
        int entries = -1;
        Path out = null;
        Format format = Format.GONGKAI;
        long seed = 1;
        int adocPercent = 0;
        int length = 100;
        Path templates = null;
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : fail(args[i] + " needs a value");
            try {
                switch (args[i]) {
                    case "--entries" -> entries = Integer.parseInt(value);
                    case "--out" -> out = Path.of(value);
                    case "--format" -> format = Format.valueOf(value.toUpperCase(Locale.ROOT));
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--adoc-percent" -> adocPercent = Integer.parseInt(value);
                    case "--length" -> length = Integer.parseInt(value);
                    case "--templates" -> templates = Path.of(value);
                    default -> fail("unknown option " + args[i]);
                }
            } catch (IllegalArgumentException e) {
                fail(args[i] + ": \"" + value + "\" is not allowed");
            }
        }
        if (entries < 1 || entries > 99_999 * YEARS || out == null) {
            fail("--entries (1 to " + 99_999 * YEARS + ") and --out are needed");
        }
        if (adocPercent < 0 || adocPercent > 100) {
            fail("--adoc-percent must be 0 to 100");
        }
        if (format == Format.HUGO && adocPercent > 0) {
            fail("Hugo reads AsciiDoc only through another program; --format hugo allows --adoc-percent 0 only");
        }
        if (templates == null) {
            templates = Path.of("src", "bench", format.name().toLowerCase(Locale.ROOT));
        }
        if (format != Format.GONGKAI && !Files.isDirectory(templates)) {
            fail(templates + " is not there; run this from the project's root or name it with --templates");
        }
        if (Files.exists(out) && !isEmpty(out)) {
            fail(out + " exists and is not an empty folder");
        }
        try {
            new Corpus(entries, out, format, seed, adocPercent, length, templates).write();
        } catch (InvalidPathException e) {
            fail("this locale allows no Chinese file names; set LC_ALL=C.UTF-8");
        }
    }

    void write() throws IOException {
        List<Entry> all = IntStream.range(0, entries).mapToObj(this::entry).toList();
        for (Column column : COLUMNS) {
            for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                String folder = format == Format.GONGKAI ? column.name : column.id;
                Files.createDirectories(out.resolve("content/" + folder + "/" + year));
            }
        }
        AtomicLong bytes = new AtomicLong();
        all.parallelStream().forEach(entry -> bytes.addAndGet(
                save("content/" + entry.path(format), header(entry) + body(entry, all))));
        switch (format) {
            case GONGKAI -> data();
            case HUGO -> sections();
            case JBAKE -> { }
        }
        if (format != Format.GONGKAI) {
            copy(templates);
        }
        System.out.printf(Locale.ROOT, "%s: %d entries, %.1f MB, mean %d bytes%n",
                format.name().toLowerCase(Locale.ROOT), entries, bytes.get() / 1e6, bytes.get() / entries);
    }

    // ---- what an entry is ---------------------------------------------------------------------------------

    /** Columns, then years, take turns, so that every cell of the year × column matrix gets the same share. */
    private Entry entry(int index) {
        Draw draw = new Draw(seed, index, 1);
        Column column = COLUMNS.get(index % COLUMNS.size());
        int year = FIRST_YEAR + index / COLUMNS.size() % YEARS;
        int serial = index / (COLUMNS.size() * YEARS) * COLUMNS.size() + index % COLUMNS.size() + 1;
        LocalDate date = LocalDate.of(year, 1, 5).plusDays(draw.below(350));
        String kind = draw.of(column.kinds);
        Set<String> tags = new LinkedHashSet<>();
        for (int wanted = 2 + draw.below(3); tags.size() < wanted; ) {
            tags.add(draw.of(TAGS));
        }
        String scope = draw.below(10) < 8 ? "本单位" : draw.below(2) == 0 ? "全党" : "社会";
        return new Entry(index, column, kind, date, String.format(Locale.ROOT, "%s/%d-%05d", CODE, year, serial),
                title(kind, year, serial, date, draw), scope, List.copyOf(tags), draw.below(100) < adocPercent);
    }

    /** The serial number keeps titles of one year apart. */
    private static String title(String kind, int year, int serial, LocalDate date, Draw draw) {
        String work = draw.of(WORK);
        String area = draw.of(AREA) + draw.of(PLACE);
        return switch (kind) {
            case "通知", "通报" -> "关于" + area + work + "的" + kind + "（" + year + "年第" + serial + "号）";
            case "公示" -> "关于" + year + "年度" + work + "推荐对象的公示（第" + serial + "号）";
            case "支委会" -> year + "年第" + serial + "次支部委员会会议：" + work;
            case "主题党日" -> date.getMonthValue() + "月主题党日：到" + area + "参加" + work + "（" + serial + "）";
            case "党课" -> "党课：从" + work + "看岗位责任（" + year + "年第" + serial + "讲）";
            case "规章制度" -> area + work + "管理办法（" + year + "年第" + serial + "号）";
            case "简报" -> "水站简报" + year + "年第" + serial + "期：" + work;
            default -> year + "年" + area + work + kind + "（第" + serial + "号）";
        };
    }

    // ---- headers ------------------------------------------------------------------------------------------

    private String header(Entry entry) {
        return switch (format) {
            case GONGKAI -> gongkaiHeader(entry);
            case HUGO -> hugoHeader(entry);
            case JBAKE -> jbakeHeader(entry);
        };
    }

    private static String gongkaiHeader(Entry e) {
        StringBuilder yaml = new StringBuilder("---\n");
        line(yaml, "标题", e.title);
        line(yaml, "文种", e.kind);
        line(yaml, "栏目", e.column.name);
        line(yaml, "年度", e.year());
        line(yaml, "发布日期", e.date);
        official(yaml, e);
        if (e.kind.equals("公示")) {
            yaml.append("公示:\n  起: ").append(e.date).append("\n  止: ").append(e.date.plusDays(15))
                    .append("\n  结果: 没有收到不同意见\n");
        }
        switch (e.kind) {
            case "支委会" -> yaml.append("会议:\n  时间: ").append(e.date).append(" 15:00\n  地点: 控制室\n  主持人: 支部书记\n");
            case "主题党日" -> line(yaml, "主题", e.tags.get(0));
            case "党课" -> line(yaml, "主讲人", "支部书记");
            case "简报" -> line(yaml, "期数", Integer.parseInt(e.serial()));
            case "规章制度" -> line(yaml, "施行日期", e.date.plusDays(30));
            default -> { }
        }
        line(yaml, "标签", "[" + String.join(", ", e.tags) + "]");
        return yaml.append("---\n\n").toString();
    }

    private static String hugoHeader(Entry e) {
        StringBuilder yaml = new StringBuilder("---\n");
        line(yaml, "title", '"' + e.title + '"');
        line(yaml, "date", e.date);
        line(yaml, "categories", "[" + e.column.name + "]");
        line(yaml, "years", "[\"" + e.year() + "\"]");
        line(yaml, "tags", "[" + String.join(", ", e.tags) + "]");
        line(yaml, "weight", 10);
        line(yaml, "文种", e.kind);
        official(yaml, e);
        return yaml.append("---\n\n").toString();
    }

    /** What gongkai's and Hugo's headers share. */
    private static void official(StringBuilder yaml, Entry e) {
        LocalDate signed = e.date.minusDays(2);
        line(yaml, "成文日期", signed);
        line(yaml, "索引号", e.number);
        line(yaml, "公开范围", e.scope);
        line(yaml, "发布机构", PUBLISHER);
        yaml.append("保密审查:\n  审查人: 纪检委员\n  日期: ").append(signed).append('\n');
        yaml.append("审批:\n  审批人: 支部书记\n  日期: ").append(signed.plusDays(1)).append('\n');
        line(yaml, "责任人", "宣传委员");
        line(yaml, "目录项", e.column.catalogue);
    }

    private static String jbakeHeader(Entry e) {
        List<String[]> fields = new ArrayList<>(List.of(
                new String[] {"date", e.date.toString()}, new String[] {"type", "post"},
                new String[] {"status", "published"}, new String[] {"tags", String.join(",", e.tags)}));
        if (e.adoc) {
            StringBuilder text = new StringBuilder("= ").append(e.title).append('\n');
            fields.forEach(field -> text.append(":jbake-").append(field[0]).append(": ").append(field[1]).append('\n'));
            return text.append('\n').toString();
        }
        fields.add(0, new String[] {"title", e.title});
        fields.addAll(List.of(new String[] {"文种", e.kind}, new String[] {"栏目", e.column.name},
                new String[] {"年度", e.year() + "年"}, new String[] {"成文日期", e.date.minusDays(2).toString()},
                new String[] {"索引号", e.number}, new String[] {"公开范围", e.scope},
                new String[] {"发布机构", PUBLISHER}, new String[] {"责任人", "宣传委员"},
                new String[] {"审批人", "支部书记"}));
        StringBuilder text = new StringBuilder();
        fields.forEach(field -> text.append(field[0]).append('=').append(field[1]).append('\n'));
        return text.append("~~~~~~\n\n").toString();
    }

    private static void line(StringBuilder yaml, String key, Object value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }

    // ---- bodies -------------------------------------------------------------------------------------------

    private String body(Entry entry, List<Entry> all) {
        Draw draw = new Draw(seed, entry.index, 2);
        int wanted = (SHORTEST + (draw.below(LONGEST - SHORTEST) + draw.below(LONGEST - SHORTEST)) / 2) * length / 100;
        Body body = new Body(entry, all, draw);
        body.paragraph();
        int table = draw.below(2);
        for (int section = 0; body.bytes < wanted; section++) {
            body.section(section, section == table, wanted);
        }
        return body.text.toString();
    }

    /** One entry's text in the making. */
    private final class Body {
        private final Entry entry;
        private final List<Entry> all;
        private final Draw draw;
        private final StringBuilder text = new StringBuilder(8_000);
        /** Length so far as UTF-8, of words alone, so that all formats hold the same words. */
        private int bytes;

        Body(Entry entry, List<Entry> all, Draw draw) {
            this.entry = entry;
            this.all = all;
            this.draw = draw;
        }

        void section(int number, boolean withTable, int wanted) {
            heading(2, numeral(number + 1) + "、" + draw.of(TOPIC));
            paragraph();
            if (withTable) {
                table();
            }
            int parts = 1 + draw.below(3);
            for (int part = 1; part <= parts && (bytes < wanted || part == 1); part++) {
                heading(3, "（" + numeral(part) + "）" + draw.of(WORK));
                paragraph();
                switch (draw.below(5)) {
                    case 0 -> list(true);
                    case 1 -> list(false);
                    case 2 -> links();
                    default -> paragraph();
                }
            }
        }

        private void heading(int level, String words) {
            text.append((entry.adoc ? "=" : "#").repeat(level)).append(' ');
            add(words);
            end();
        }

        /** Three to six sentences; now and then one begins in bold, next to punctuation, or a line ends early. */
        private void paragraph() {
            int sentences = 3 + draw.below(4);
            int bold = draw.below(3) == 0 ? draw.below(sentences) : -1;
            boolean broken = draw.below(6) == 0;
            for (int i = 0; i < sentences; i++) {
                if (i == bold) {
                    switch (draw.below(3)) {
                        case 0 -> bold(draw.of(LEADS));
                        case 1 -> {
                            add("第");
                            bold("（" + numeral(1 + draw.below(9)) + "）");
                            add("项，");
                        }
                        default -> {
                            add("按照");
                            bold("《" + draw.of(WORK) + "办法》");
                            add("，");
                        }
                    }
                }
                add(sentence());
                if (broken && i == 1 && i + 1 < sentences) {
                    text.append('\n');
                }
            }
            end();
        }

        private void list(boolean ordered) {
            int items = 3 + draw.below(4);
            for (int i = 1; i <= items; i++) {
                text.append(entry.adoc ? ordered ? ". " : "* " : ordered ? i + ". " : "- ");
                add(draw.of(ROLE) + "负责" + draw.of(AREA) + draw.of(PLACE) + "的" + draw.of(WORK) + "，" + draw.of(RESULT)
                        + (i < items ? "；" : "。"));
                text.append('\n');
            }
            text.append('\n');
        }

        private void table() {
            List<String> head = List.of("序号", "任务", "责任岗位", "完成时限", "状态");
            text.append(entry.adoc ? "[options=\"header\"]\n|===\n" : "");
            row(head);
            text.append(entry.adoc ? "" : "|---:|---|---|:---:|---|\n");
            int rows = 4 + draw.below(5);
            for (int i = 1; i <= rows; i++) {
                row(List.of(String.valueOf(i), draw.of(AREA) + draw.of(WORK), draw.of(ROLE), draw.of(TIME),
                        draw.below(3) == 0 ? "进行中" : "已完成"));
            }
            text.append(entry.adoc ? "|===\n\n" : "\n");
        }

        private void row(List<String> cells) {
            for (String cell : cells) {
                text.append("| ");
                add(cell);
                text.append(' ');
            }
            text.append(entry.adoc ? "\n" : "|\n");
        }

        private void links() {
            Entry one = draw.of(all);
            Entry two = draw.of(all);
            add("此前的安排见");
            link(one);
            add("，完成情况见");
            link(two);
            add("。" + sentence());
            end();
        }

        /**
         * Gongkai links to the source file; so does Hugo, through relref, which like gongkai's links is
         * checked; JBake knows no such link, so there it is the address of the page.
         */
        private void link(Entry target) {
            String up = "../../";
            String address = switch (format) {
                case GONGKAI -> up + target.path(format);
                case HUGO -> "{{< relref \"/" + target.path(format) + "\" >}}";
                case JBAKE -> up + target.path(format).replaceFirst("\\.[a-z]+$", ".html");
            };
            text.append(entry.adoc ? "link:" + address + "[" : "[");
            add(target.title);
            text.append(entry.adoc ? "]" : "](" + address + ")");
        }

        private void bold(String words) {
            text.append("**");
            add(words);
            text.append("**");
        }

        private String sentence() {
            String pattern = draw.of(SENTENCES);
            StringBuilder words = new StringBuilder(80);
            int from = 0;
            for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
                words.append(pattern, from, open).append(switch (pattern.charAt(open + 1)) {
                    case 'a' -> draw.of(AREA);
                    case 'm' -> draw.of(METHOD);
                    case 'n' -> String.valueOf(2 + draw.below(300));
                    case 'p' -> draw.of(PLACE);
                    case 'r' -> draw.of(ROLE);
                    case 't' -> draw.of(TIME);
                    case 'w' -> draw.of(WORK);
                    case 'x' -> draw.of(RESULT);
                    default -> throw new IllegalStateException("no words for " + pattern.substring(open));
                });
                from = open + 3;
            }
            return words.append(pattern, from, pattern.length()).toString();
        }

        private void add(String words) {
            text.append(words);
            bytes += words.getBytes(StandardCharsets.UTF_8).length;
        }

        private void end() {
            text.append("\n\n");
        }
    }

    private static String numeral(int number) {
        String digits = "零一二三四五六七八九";
        if (number < 10) {
            return digits.substring(number, number + 1);
        }
        String tens = number < 20 ? "" : digits.substring(number / 10, number / 10 + 1);
        return tens + "十" + (number % 10 == 0 ? "" : digits.substring(number % 10, number % 10 + 1));
    }

    // ---- the rest of the site -----------------------------------------------------------------------------

    private void data() throws IOException {
        Files.createDirectories(out.resolve("content/_data"));
        // Edits of a benchmark change what was approved, and must not change more than they say.
        save("content/_data/site.yml", "名称: " + PUBLISHER + "\n机构代码: " + CODE + "\n时区: Asia/Shanghai\n监督: 内线 6022\n"
                + "规则: {E385: 关}\n");
        StringBuilder categories = new StringBuilder();
        for (Column column : COLUMNS) {
            categories.append("- 名称: ").append(column.name).append("\n  标识: ").append(column.id).append('\n');
        }
        save("content/_data/categories.yml", categories.toString());
    }

    /** Hugo makes a list of a folder's entries where the folder holds an {@code _index.md}. */
    private void sections() {
        for (int i = 0; i < COLUMNS.size(); i++) {
            Column column = COLUMNS.get(i);
            save("content/" + column.id + "/_index.md", "---\ntitle: " + column.name + "\nweight: " + (i + 1) + "\n---\n");
            for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                save("content/" + column.id + "/" + year + "/_index.md",
                        "---\ntitle: \"" + year + "\"\noutputs: [HTML]\n---\n");
            }
        }
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = out.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private long save(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(out.resolve(path), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot write " + path, e);
        }
        return bytes.length;
    }

    // ---- small help ---------------------------------------------------------------------------------------

    /** SplitMix64: written out here so that no library's change can change the corpus. */
    private static final class Draw {
        private long state;

        Draw(long seed, int index, int purpose) {
            state = seed * 0x9E3779B97F4A7C15L + index * 0xD1B54A32D192ED03L + purpose;
            next();
        }

        private long next() {
            long z = state += 0x9E3779B97F4A7C15L;
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            return z ^ z >>> 31;
        }

        int below(int bound) {
            return (int) Long.remainderUnsigned(next(), bound);
        }

        <T> T of(List<T> list) {
            return list.get(below(list.size()));
        }
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            return !children.iterator().hasNext();
        }
    }

    private static <T> T fail(String message) {
        System.err.println("Corpus: " + message);
        System.exit(2);
        throw new IllegalStateException();
    }
}
