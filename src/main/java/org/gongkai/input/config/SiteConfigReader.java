package org.gongkai.input.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;

/** Reads the settings of a site and reports what is wrong in them. */
public final class SiteConfigReader {

    /** The path of the settings. */
    public static final String SITE = "content/_data/site.yml";

    /** The path of the columns. */
    public static final String CATEGORIES = "content/_data/categories.yml";

    /** The names of the settings; {@code *} precedes those of settings that may be lists or groups. */
    private static final List<String> MARKED_NAMES =
            List.of(("名称 name 单位 unit 机构代码 code 网址 base-url 时区 time-zone *公开对象 *受众 *audiences 联系 contact"
                            + " 监督 supervision 公示结果期限 result-within *公布应办事项 *publish-due"
                            + " 经办人 persons *规则 *rules *默认 *defaults *图片 *pictures *修改记录 *history")
                    .split(" "));

    private static final Set<String> YES = Set.of("是", "yes", "true");
    private static final Set<String> NO = Set.of("否", "no", "false", "");

    private final YamlReader yaml;
    private final Consumer<Problem> problems;
    private final List<String> settings;
    private final List<String> reserved;
    private final DataFile file;

    /**
     * @param features the names that features take
     */
    public SiteConfigReader(YamlReader yaml, FeatureNames features, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.settings = Stream.concat(MARKED_NAMES.stream(), features.settings().stream())
                .toList();
        this.reserved = Stream.concat(SiteConfig.FOLDERS.stream(), features.folders().stream())
                .toList();
        this.problems = problems;
        this.file = new DataFile(SITE, problems);
    }

    /**
     * Reads the settings.
     *
     * @param texts returns the content of a file by its path relative to the site's root, if the file exists
     */
    public SiteConfig read(Function<String, Optional<String>> texts) {
        return read(fields(texts.apply(SITE)), texts);
    }

    /**
     * Reads the settings.
     *
     * @param fields what {@link #SITE} says
     * @param texts returns the content of a file by its path relative to the site's root, if the file exists
     */
    public SiteConfig read(FieldReader fields, Function<String, Optional<String>> texts) {
        List<Audience> audiences = new AudienceReader(file).read(fields);
        return new SiteConfig(
                fields.text("名称", "name").orElse("党务公开"),
                fields.text("单位", "unit").orElse(""),
                code(fields),
                audiences.get(0).baseUrl(),
                zone(fields),
                fields.text("联系", "contact").orElse(""),
                fields.text("监督", "supervision").orElse(""),
                resultWithin(fields),
                gapsShownTo(fields, audiences.stream().map(Audience::name).toList()),
                personsShown(fields),
                audiences,
                reserved,
                texts.apply(CATEGORIES)
                        .map(text -> new CategoryReader(yaml, reserved, problems).read(text))
                        .orElse(List.of()),
                new CatalogueReader(yaml, problems).read(texts.apply(CatalogueReader.CATALOGUE)),
                new OrganisationReader(yaml, problems).read(texts.apply(OrganisationReader.ORGANISATION)),
                new EntryDefaultsReader(file).read(fields),
                new PictureLimitsReader(file).read(fields),
                new CommitDisplayReader(file).read(fields));
    }

    /** Reads the fields of {@link #SITE}; of a file that is missing or unreadable there are none. */
    public FieldReader fields(Optional<String> site) {
        return new FieldReader(site.flatMap(this::fields).orElse(new Value.Fields(List.of(), 1, 1)));
    }

    private Optional<Value.Fields> fields(String text) {
        Value value = yaml.read(SITE, text, 1, problems).orElse(null);
        if (value instanceof Value.Fields group) {
            file.known(
                    group, settings.stream().map(name -> name.replace("*", "")).toList());
            settings.stream().filter(name -> !name.startsWith("*")).forEach(name -> isText(group, name));
            return Optional.of(group);
        }
        if (value != null) {
            file.error(value, "E110", "这个文件应由“名称: 值”组成", "例如：名称: 第一党支部党务公开");
        }
        return Optional.empty();
    }

    /** Reports a setting that is not a text instead of silently ignoring it. */
    private void isText(Value.Fields group, String name) {
        new FieldReader(group)
                .value(name)
                .filter(value -> !(value instanceof Value.Text))
                .ifPresent(value -> file.error(value, "E110", "“" + name + "”应是一段文字", "不要写成列表或分组"));
    }

    private String code(FieldReader fields) {
        String code = fields.text("机构代码", "code").orElse("");
        if (SiteConfig.isCode(code)) {
            return code;
        }
        file.error(
                fields.value("机构代码", "code").orElseThrow(),
                "E110",
                "机构代码“" + code + "”不合要求",
                "只用字母和数字，如 ABCD01；它是索引号的第一段");
        return "";
    }

    private int resultWithin(FieldReader fields) {
        String days = fields.text("公示结果期限", "result-within").orElse("");
        if (days.isEmpty()) {
            return SiteConfig.RESULT_WITHIN;
        }
        if (!days.matches("[1-9]\\d{0,2}(\\s*[天日])?")) {
            file.error(
                    fields.value("公示结果期限", "result-within").orElseThrow(),
                    "E110",
                    "公示结果期限“" + days + "”不是天数",
                    "请写 1 到 999 的数字，如 30：公示结束多少天以后还没有写结果就提醒");
            return SiteConfig.RESULT_WITHIN;
        }
        return Integer.parseInt(days.replaceAll("\\D", ""));
    }

    /** 是 for all audiences, 否 for none, or the names of some. */
    private List<String> gapsShownTo(FieldReader fields, List<String> audiences) {
        List<Value.Text> typed = fields.texts("公布应办事项", "publish-due");
        Optional<Value> whole = fields.value("公布应办事项", "publish-due");
        if (whole.filter(value -> value instanceof Value.Fields
                        || value instanceof Value.Items items && items.items().size() != typed.size())
                .isPresent()) {
            file.error(whole.get(), "E110", "“公布应办事项”应是一个词或者一个列表", "例如：公布应办事项: 否");
            return List.of();
        }
        if (typed.size() == 1 && YES.contains(typed.get(0).text())) {
            return audiences;
        }
        if (typed.size() == 1 && NO.contains(typed.get(0).text())) {
            return List.of();
        }
        typed.stream()
                .filter(name -> !audiences.contains(name.text()))
                .forEach(name -> file.error(
                        name,
                        "E110",
                        "公布应办事项“" + name.text() + "”不合要求",
                        "请写“是”或“否”，或者公开对象的名称：" + String.join("、", audiences) + "；写了的人看得到缺少和逾期的事项"));
        return typed.stream().map(Value.Text::text).toList();
    }

    private boolean personsShown(FieldReader fields) {
        String typed = fields.text("经办人", "persons").orElse("公开");
        if (!Set.of("公开", "shown", "不公开", "hidden").contains(typed)) {
            file.error(
                    fields.value("经办人", "persons").orElseThrow(),
                    "E110",
                    "经办人“" + typed + "”不合要求",
                    "请写“公开”或“不公开”：读者看不看得到谁拟稿、谁审查、谁审批");
        }
        return !Set.of("不公开", "hidden").contains(typed);
    }

    private ZoneId zone(FieldReader fields) {
        String name = fields.text("时区", "time-zone").orElse(SiteConfig.ZONE.getId());
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            file.error(
                    fields.value("时区", "time-zone").orElseThrow(), "E112", "没有“" + name + "”这个时区", "一般写 Asia/Shanghai");
            return SiteConfig.ZONE;
        }
    }

    /** Reads the setting 修改记录: what readers see of commits. */
    private static final class CommitDisplayReader {

        private static final String EXAMPLE = "例如：修改记录: {提交说明: 不公开, 修改人: 不公开}";

        private final DataFile file;

        CommitDisplayReader(DataFile file) {
            this.file = file;
        }

        CommitDisplay read(FieldReader settings) {
            Optional<Value> value = settings.value("修改记录", "history");
            if (value.isEmpty() || value.get() instanceof Value.Text text && text.isBlank()) {
                return CommitDisplay.DEFAULT;
            }
            if (!(value.get() instanceof Value.Fields group)) {
                file.error(value.get(), "E110", "“修改记录”应写明提交说明和修改人公开不公开", EXAMPLE);
                return CommitDisplay.DEFAULT;
            }
            file.known(group, List.of("提交说明", "messages", "修改人", "authors"));
            FieldReader fields = new FieldReader(group);
            return new CommitDisplay(isShown(fields, "提交说明", "messages"), isShown(fields, "修改人", "authors"));
        }

        private boolean isShown(FieldReader fields, String name, String key) {
            String typed = fields.text(name, key).orElse("");
            switch (typed) {
                case "", "公开", "是", "yes", "true" -> {
                    return true;
                }
                case "不公开", "否", "no", "false" -> {
                    return false;
                }
                default -> {
                    file.error(
                            fields.value(name, key).orElseThrow(),
                            "E110",
                            "“" + name + "”“" + typed + "”看不懂",
                            "请写“公开”或“不公开”");
                    return true;
                }
            }
        }
    }
}
