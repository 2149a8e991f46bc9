package org.gongkai.testing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.calendar.WorkCalendar.PeriodStart;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.NoticePeriod;

/**
 * A site of entries of all kinds in which nothing is wrong, however they are written: every form of header, Markdown and
 * AsciiDoc, every way of ending lines, with files attached and full of phrases that only look like mistakes. What is asked
 * of them comes from the kinds themselves, so that a kind more is a kind more here.
 */
public final class CleanCorpus {

    private static final List<String> AMOUNTS = List.of("党费收缴公示", "谈心谈话统计");

    /** The day for which the site stands; every 公示 before it has a result. */
    public static final String AS_OF = "2025-06-01";

    private static final String CODE = "SLJC01";
    private static final int FIRST_YEAR = 2014;
    private static final int YEARS = 11;
    private static final List<String> POSTS = List.of("宣传委员", "组织委员", "纪检委员", "管网组组长", "厂区组组长");

    /** Honest sentences that a careless rule would take for mistakes. */
    private static final List<String> SENTENCES = List.of(
            "保守国家秘密是每名党员的义务，不得将内部资料带出办公区，会后注意保密。",
            "文件按“绝密”“机密”“秘密”三级管理，支部没有接收过这样的文件。",
            "X光检测管道焊缝3处，X轴是月份，导出为XML文件，另有A4纸2包。",
            "更换DN200阀门2只、3×5米盖板1块，4×100米接力获得第2名。",
            "张某某、李某某两名同志提出的建议已经采纳，某单位的做法可以借鉴。",
            "二○一○年以前的档案装订成册，二〇一一年以后的另行存放。",
            "一、二季度各检查一次，三、四季度各抽查一次；1、2号泵轮换运行。",
            "水池容积1.5万立方米，流量每小时62.5立方米，完成率95.5%，同比提高3.2个百分点。",
            "时间为每周五15:00—16:30，地点在一楼会议室，联系电话是内线6021。",
            "按装机容量核定费用，按装订顺序整理材料，对帐篷、雨衣、水泵进行了清点。",
            "既使党员受到教育，又使群众得到实惠；公布署名来信的办理结果。",
            "学习《中国共产党章程》《〈条例〉释义》，讨论“三会一课”怎样开得更好。",
            "“问题怎么看？”“办法怎么定？”大家讨论得很热烈（共提出意见12条）。",
            "做好以下3项工作：一是巡查；二是登记；三是回访。",
            "示例水务站位于和平路1号，办公时间为8:30至17:30，遇节假日顺延。",
            "设备编号GZ-2024-000123，合同编号2024-0315-0001，抄表读数1380。",
            "出生于农村的老党员讲述1998年抗洪的经历；本办法自2020年5月1日生效。",
            "按时召开支部委员会会议和党小组会，应到18人，实到16人，请假2人。",
            "截至6月30日共收缴党费3,605.50元，全额上缴，收据存档备查。",
            "比分为3:2，用时1小时5分，比去年快6分钟；室温保持在20℃~26℃。",
            "Wi-Fi、4G/5G信号覆盖泵房，RTU与SCADA系统联调成功。",
            "第三条措施落实得最好，第一党小组完成12户，第二党小组完成9户。");

    /** Figures that fit each other, whichever of them an entry gives. */
    private static final Map<String, String> FIGURES = Map.ofEntries(
            Map.entry("应到", "20"),
            Map.entry("实到", "17"),
            Map.entry("候选人数", "6"),
            Map.entry("有效票", "17"),
            Map.entry("票数", "15"),
            Map.entry("应交人数", "20"),
            Map.entry("实交人数", "19"),
            Map.entry("应签", "20"),
            Map.entry("已签", "20"),
            Map.entry("应交金额", "1,205.50"),
            Map.entry("实交金额", "1205元"),
            Map.entry("参评人数", "18"),
            Map.entry("优秀", "6"),
            Map.entry("合格", "11"),
            Map.entry("基本合格", "1"),
            Map.entry("不合格", "0"),
            Map.entry("基础分", "60"),
            Map.entry("加分", "8.5"),
            Map.entry("扣分", "3"),
            Map.entry("合计", "65.5"));

    private final Kinds kinds = Kinds.builtIn(new YamlReader());
    private final WorkCalendar calendar = new WorkCalendar(new YamlReader(), List.of());
    private final List<Sample> samples;

    /** What is settled of an entry before any text is written, as others refer to it. */
    private record Sample(int index, Kind kind, LocalDate published, String path, String number, Form form) {}

    /** The forms of headers and of files. */
    private enum Form {
        YAML("md"),
        FULL_WIDTH("md"),
        ENGLISH("md"),
        BLOCKS("md"),
        JBAKE("md"),
        YAML_ASCIIDOC("adoc"),
        ASCIIDOC("adoc");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        boolean nests() {
            return this != JBAKE && this != ASCIIDOC;
        }
    }

    public CleanCorpus(int entries) {
        samples = IntStream.range(0, entries).mapToObj(this::sample).toList();
    }

    /** How many entries there are of each kind and of each form. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        samples.forEach(sample -> counts.merge(sample.kind().name(), 1L, Long::sum));
        samples.forEach(sample -> counts.merge(sample.form().name(), 1L, Long::sum));
        return counts;
    }

    /** Every kind that there is. */
    public List<String> kinds() {
        return kinds.all().stream().map(Kind::name).toList();
    }

    /** Writes the site. */
    public void write(SiteFolder site) {
        site.file(
                "content/_data/site.yml",
                "名称: 示例支部\n机构代码: " + CODE + "\n时区: Asia/Shanghai\n监督: 一楼意见箱，内线 6022\n公示结果期限: 20\n");
        samples.forEach(sample -> write(site, sample));
    }

    private Sample sample(int index) {
        Random random = new Random(index);
        List<Kind> all = kinds.all();
        Kind kind = all.get(index % all.size());
        Form form = Form.values()[(index / all.size()) % Form.values().length];
        boolean wantsTable = kind.demands().recommended().stream().anyMatch(name -> kind.field(name)
                .filter(field -> field.type() == FieldType.TABLE)
                .isPresent());
        Form used = wantsTable && !form.nests() ? Form.YAML_ASCIIDOC : form;
        int year = FIRST_YEAR + index % YEARS;
        LocalDate published = LocalDate.of(year, 1, 20).plusDays(random.nextInt(300));
        int serial = index / YEARS + 1;
        String number = String.format(Locale.ROOT, "%s/%d-%05d", CODE, year, serial);
        String path = "content/" + kind.listing().column() + "/" + year + "/" + serial + "-" + kind.name() + "."
                + used.ending;
        return new Sample(index, kind, published, path, number, used);
    }

    private void write(SiteFolder site, Sample sample) {
        Random random = new Random(sample.index() * 31L + 7);
        boolean attaches = sample.index() % 9 == 0;
        String file = sample.index() + (random.nextBoolean() ? "-安排表.docx" : "-安排表.xlsx");
        Map<String, Object> header = header(sample, random, attaches ? file : "");
        String text = header(sample.form(), header) + body(sample, random, attaches ? file : "");
        site.file(sample.path(), encoded(text, sample.index(), sample.form()));
        if (attaches) {
            byte[] bytes =
                    file.endsWith("docx") ? Attachments.docx("安排表", "第一周巡查。") : Attachments.xlsx("日期", "3月5日", "巡查");
            site.file(sample.path().substring(0, sample.path().lastIndexOf('/') + 1) + file, bytes);
        }
    }

    // ---- headers

    private Map<String, Object> header(Sample sample, Random random, String file) {
        Kind kind = sample.kind();
        LocalDate day = sample.published();
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("标题", title(kind, day.getYear(), sample.index() / YEARS + 1));
        List<String> names = new ArrayList<>(List.of(kind.name()));
        names.addAll(kind.aliases());
        header.put("文种", names.get(random.nextInt(names.size())));
        header.put("发布日期", date(day, random));
        if (random.nextBoolean()) {
            header.put("年度", day.getYear() + (random.nextBoolean() ? "" : "年度"));
        }
        header.put("索引号", sample.number());
        if (kind.isOpen() || random.nextBoolean()) {
            approval(header, day, random);
        }
        header.put("目录项", "12-" + (1 + random.nextInt(7)));
        if (random.nextInt(3) == 0) {
            header.put("发文字号", "示水党〔" + day.getYear() + "〕" + (1 + sample.index()) + "号");
        }
        header.put("标签", sample.form().nests() ? List.of("节水", "巡查") : "节水, 巡查");
        if (kind.demands().notice().isPresent()) {
            header.put("公示", notice(kind.demands().notice().get(), day, random));
        }
        Set<String> wanted = new LinkedHashSet<>(kind.demands().required());
        wanted.addAll(kind.demands().recommended());
        for (FieldSpec field : kind.fields()) {
            boolean may = sample.form().nests() || field.type() != FieldType.TABLE;
            if (may && (wanted.contains(field.name()) || random.nextInt(3) > 0)) {
                header.put(field.name(), value(field, sample, random));
            }
        }
        // Each entry stands alone: no stages of one election, and the number that its title has.
        header.computeIfPresent("阶段", (name, stage) -> kind.name().equals("换届选举") ? "公布结果" : "接收预备党员");
        if (header.get("期数") instanceof String issue) {
            header.computeIfPresent("标题", (name, title) -> title.toString().replace("第3期", "第" + issue + "期"));
        }
        if (wanted.contains("会议")) {
            header.put(
                    "会议",
                    group(
                            "名称",
                            kind.name(),
                            "时间",
                            day.minusDays(4) + " 15:00",
                            "地点",
                            "一楼会议室",
                            "主持人",
                            "支部书记",
                            "应到",
                            "18",
                            "实到",
                            "16"));
        }
        if (!file.isEmpty()) {
            header.put("附件", sample.form().nests() ? List.of(file) : file);
        }
        return header;
    }

    private static void approval(Map<String, Object> header, LocalDate day, Random random) {
        header.put("成文日期", date(day.minusDays(4), random));
        header.put("公开范围", List.of("社会", "全党", "本单位").get(random.nextInt(3)));
        header.put("发布机构", "示例水务站党支部");
        LocalDate review = day.minusDays(random.nextInt(3) + 1L);
        LocalDate approval = review.plusDays(random.nextInt(2));
        if (random.nextBoolean()) {
            header.put("保密审查", group("审查人", "宣传委员", "日期", review.toString()));
            header.put("审批", group("审批人", "支部书记", "日期", approval.toString()));
        } else {
            header.put("保密审查", "宣传委员 " + date(review, random));
            header.put("审批", "支部书记（" + date(approval, random) + "）");
        }
    }

    /**
     * A title like the example of the kind, of the year of the entry and of no month of it, with a number of its own;
     * amounts of any periods come in addition to others.
     */
    private static String title(Kind kind, int year, int number) {
        String title = kind.demands()
                .title()
                .map(pattern -> pattern.example()
                        .replaceAll("20\\d\\d", String.valueOf(year))
                        .replaceFirst("\\d+月", "")
                        .replaceFirst("第\\d+次", "第" + number + "次"))
                .orElse(year + "年度节水工作情况");
        title = title.replaceAll("第[一二三四]季度|[上下]半年", "");
        return AMOUNTS.contains(kind.name()) ? title + "（补报）" : title;
    }

    private Map<String, String> notice(NoticePeriod period, LocalDate day, Random random) {
        int days = period.minimum() + random.nextInt(3);
        if (period.unit() == NoticePeriod.Unit.CALENDAR_DAYS) {
            return group("起", day.toString(), "止", day.plusDays(days).toString(), "结果", "采纳意见3条");
        }
        PeriodStart counting = random.nextBoolean() ? PeriodStart.FROM_FIRST_DAY : PeriodStart.FROM_NEXT_DAY;
        LocalDate from = calendar.end(day, 1, PeriodStart.FROM_FIRST_DAY).orElseThrow();
        LocalDate to = calendar.end(from, days, counting).orElseThrow();
        return group("起", from.toString(), "止", to.toString(), "工作日", String.valueOf(days), "结果", "没有收到不同意见");
    }

    private Object value(FieldSpec field, Sample sample, Random random) {
        LocalDate day = sample.published();
        return switch (field.type()) {
            case TEXT, TIME -> "一楼会议室";
            case DATE -> date(day.minusDays(random.nextInt(20)), random);
            case RANGE -> {
                // Amounts of periods that overlap cannot be added up.
                int days = sample.kind().adjusting().isPresent() ? 20 : 90;
                LocalDate from = field.name().equals("任期") ? day.minusYears(3) : day.minusDays(days);
                yield sample.form().nests()
                        ? group("起", from.toString(), "止", day.minusDays(1).toString())
                        : from + " 至 " + day.minusDays(1);
            }
            case NUMBER, ISSUE -> FIGURES.getOrDefault(field.name(), String.valueOf(1 + random.nextInt(40)));
            case MONEY -> FIGURES.getOrDefault(field.name(), random.nextBoolean() ? "1,205.50" : "1205元");
            case PERCENTAGE -> field.name().equals("比例") ? "33.3%" : random.nextBoolean() ? "95.5%" : "100";
            case PERSON -> POSTS.get(random.nextInt(POSTS.size()));
            // An adjustment would need the entry that it adjusts.
            case ENUM ->
                field.values()
                        .get(
                                sample.kind().adjusting().equals(Optional.of(field))
                                        ? 0
                                        : random.nextInt(field.values().size()));
            case LIST -> sample.form().nests() ? List.of("讨论计划", "通报情况") : "讨论计划；通报情况";
            case REFERENCE -> {
                String other =
                        samples.get(random.nextInt(samples.size())).path().substring("content/".length());
                yield "../../" + other;
            }
            case TABLE ->
                IntStream.rangeClosed(1, 3)
                        .mapToObj(row -> {
                            Map<String, String> cells = new LinkedHashMap<>();
                            // Evidence would have to be the paths of entries that exist.
                            field.columns().stream()
                                    .filter(column -> !column.name().equals("佐证"))
                                    .forEach(column -> cells.put(
                                            column.name(),
                                            column.name().equals("序号")
                                                    ? String.valueOf(row)
                                                    : (String) value(column, sample, random)));
                            return cells;
                        })
                        .toList();
        };
    }

    private static Map<String, String> group(String... parts) {
        Map<String, String> group = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            group.put(parts[i], parts[i + 1]);
        }
        return group;
    }

    private static String date(LocalDate day, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            case 1 -> day.toString().replace('-', '/');
            case 2 -> day.getYear() + "." + day.getMonthValue() + "." + day.getDayOfMonth();
            default -> day.toString();
        };
    }

    private static String header(Form form, Map<String, Object> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append(
                switch (form) {
                    case YAML, YAML_ASCIIDOC -> name + ": " + flow(value) + "\n";
                    case ENGLISH -> english(name) + ": " + flow(value) + "\n";
                    case FULL_WIDTH -> name + "：" + fullWidth(flow(value)) + "\n";
                    case BLOCKS -> name + ":" + block(value);
                    case JBAKE -> flat(name, value, "", "=");
                    case ASCIIDOC -> name.equals("标题") ? "= " + value + "\n" : flat(name, value, ":", ": ");
                }));
        return switch (form) {
            case JBAKE -> text + "~~~~~~\n\n";
            case ASCIIDOC -> text + "\n";
            default -> "---\n" + text + "---\n\n";
        };
    }

    private static String english(String name) {
        return Map.of("标题", "title", "文种", "kind", "发布日期", "date", "公开范围", "scope", "发布机构", "publisher", "标签", "tags")
                .getOrDefault(name, name);
    }

    private static String flow(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(CleanCorpus::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> e.getKey() + ": " + quoted(e.getValue().toString()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return quoted(value.toString());
    }

    private static String quoted(String text) {
        return text.matches(".*[:,\\[\\]{}].*") ? '"' + text + '"' : text;
    }

    private static String block(Object value) {
        if (value instanceof List<?> list) {
            return "\n" + list.stream().map(item -> "  - " + flow(item) + "\n").collect(Collectors.joining());
        }
        if (value instanceof Map<?, ?> map) {
            return "\n"
                    + map.entrySet().stream()
                            .map(e -> "  " + e.getKey() + ": "
                                    + quoted(e.getValue().toString()) + "\n")
                            .collect(Collectors.joining());
        }
        return " " + quoted(value.toString()) + "\n";
    }

    private static String flat(String name, Object value, String before, String between) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> before + name + "-" + e.getKey() + between + e.getValue() + "\n")
                    .collect(Collectors.joining());
        }
        return before + name + between + value + "\n";
    }

    /** The marks of a Chinese keyboard around dates and numbers. */
    private static String fullWidth(String value) {
        if (!value.matches("[0-9/.-]+|\\d{4}年\\d{1,2}月\\d{1,2}日")) {
            return value;
        }
        StringBuilder wide = new StringBuilder();
        value.chars().forEach(c -> wide.append(c >= '0' && c <= '9' ? (char) (c - '0' + '０') : (char) c));
        return wide.toString();
    }

    // ---- bodies

    private String body(Sample sample, Random random, String file) {
        boolean adoc = sample.form().ending.equals("adoc");
        String mark = adoc ? "==" : "##";
        StringBuilder text = new StringBuilder();
        String[] numerals = {"一", "二", "三", "四"};
        int sections = 2 + random.nextInt(3);
        for (int i = 0; i < sections; i++) {
            text.append(mark)
                    .append(' ')
                    .append(numerals[i])
                    .append("、工作情况")
                    .append(i + 1)
                    .append("\n\n");
            text.append(sentence(random)).append(sentence(random)).append("\n\n");
            switch (random.nextInt(6)) {
                case 0 -> text.append("做好以下2项：\n\n1. 巡查管网；\n2. 回访用户。\n\n");
                case 1 -> text.append("（一）组织学习。").append(sentence(random)).append("\n\n（二）检查落实。\n\n");
                case 2 -> text.append(table(adoc));
                case 3 -> text.append(adoc ? "----\n标题,内容;某某: XX局\n----\n\n" : "```\n标题,内容;某某: XX局\n```\n\n");
                case 4 -> text.append(link(adoc, samples.get(random.nextInt(samples.size()))));
                default -> text.append("1.巡查。").append(sentence(random)).append("\n\n2.登记。\n\n3.回访。\n\n");
            }
        }
        if (!file.isEmpty()) {
            text.append("附件：").append(random.nextBoolean() ? "1. " : "").append("安排表\n");
        }
        return text.toString();
    }

    private static String sentence(Random random) {
        return SENTENCES.get(random.nextInt(SENTENCES.size()));
    }

    private static String table(boolean adoc) {
        return adoc
                ? "[options=\"header\"]\n|===\n|序号 |姓名 |情况\n|1 |管网组 |○ 完成\n|2 |厂区组 |× 未完成\n|===\n\n"
                : "| 序号 | 事项 | 情况 |\n|---|:---:|---|\n| 1 | 抄表 | ○ |\n| 2 | 巡查 | × |\n\n";
    }

    private static String link(boolean adoc, Sample other) {
        String address = "../../" + other.path().substring("content/".length());
        return adoc ? "此前的情况见link:" + address + "[这一条]。\n\n" : "此前的情况见[这一条](" + address + ")。\n\n";
    }

    /** UTF-8 with or without its mark, and the line ends of Unix and Windows. */
    private static byte[] encoded(String text, int index, Form form) {
        String lines = index % 3 == 1 ? text.replace("\n", "\r\n") : text;
        return ((index % 5 == 2 ? "\uFEFF" : "") + lines).getBytes(StandardCharsets.UTF_8);
    }
}
