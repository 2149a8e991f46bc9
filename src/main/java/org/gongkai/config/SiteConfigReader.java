package org.gongkai.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.config.SiteConfig.Audience;
import org.gongkai.config.SiteConfig.Category;
import org.gongkai.data.FieldReader;
import org.gongkai.data.Value;
import org.gongkai.data.YamlReader;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/** Reads a site's settings and explains what is wrong in them. */
public final class SiteConfigReader {

    /** Where the settings stand. */
    public static final String SITE = "content/_data/site.yml";

    /** Where the columns stand. */
    public static final String CATEGORIES = "content/_data/categories.yml";

    private static final List<String> SCOPES = List.of("社会", "全党", "本单位", "特定对象");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final YamlReader yaml;
    private final Consumer<Problem> problems;

    public SiteConfigReader(YamlReader yaml, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.problems = problems;
    }

    /**
     * Reads the settings.
     *
     * @param site text of {@link #SITE}, if the site has one
     * @param categories text of {@link #CATEGORIES}, if the site has one
     */
    public SiteConfig read(Optional<String> site, Optional<String> categories) {
        FieldReader fields =
                new FieldReader(site.flatMap(text -> fields(SITE, text)).orElse(new Value.Fields(List.of(), 1, 1)));
        return new SiteConfig(
                fields.text("名称", "name").orElse("党务公开"),
                fields.text("单位", "unit").orElse(""),
                fields.text("机构代码", "code").orElse(""),
                baseUrl(fields),
                zone(fields),
                fields.text("联系", "contact").orElse(""),
                fields.text("监督", "supervision").orElse(""),
                audiences(fields),
                categories.map(this::categories).orElse(List.of()));
    }

    private Optional<Value.Fields> fields(String path, String text) {
        Value value = yaml.read(path, text, 1, problems).orElse(null);
        if (value instanceof Value.Fields group) {
            known(
                    path,
                    group,
                    List.of(
                            "名称",
                            "name",
                            "单位",
                            "unit",
                            "机构代码",
                            "code",
                            "网址",
                            "base-url",
                            "时区",
                            "time-zone",
                            "受众",
                            "audiences",
                            "联系",
                            "contact",
                            "监督",
                            "supervision"));
            return Optional.of(group);
        }
        if (value != null) {
            error(path, value, "E110", "这个文件应由“名称: 值”组成", "例如：名称: 第一党支部党务公开");
        }
        return Optional.empty();
    }

    private void known(String path, Value.Fields group, List<String> names) {
        for (Value.Field field : group.fields()) {
            if (!names.contains(field.key().text().toLowerCase(Locale.ROOT))) {
                error(
                        path,
                        field.key(),
                        "E103",
                        "不认识的字段“" + field.key().text() + "”",
                        Nearest.hint(field.key().text(), names));
            }
        }
    }

    private String baseUrl(FieldReader fields) {
        String url = fields.text("网址", "base-url").orElse("");
        if (url.isEmpty()) {
            return "";
        }
        if (!url.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) {
            error(
                    SITE,
                    fields.value("网址", "base-url").orElseThrow(),
                    "E111",
                    "网址“" + url + "”不是完整的网址",
                    "请写成 http://主机名/ 这样的形式");
            return "";
        }
        return url.endsWith("/") ? url : url + "/";
    }

    private ZoneId zone(FieldReader fields) {
        String name = fields.text("时区", "time-zone").orElse("Asia/Shanghai");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            error(
                    SITE,
                    fields.value("时区", "time-zone").orElseThrow(),
                    "E112",
                    "没有“" + name + "”这个时区",
                    "一般写 Asia/Shanghai");
            return ZoneId.of("Asia/Shanghai");
        }
    }

    private List<Audience> audiences(FieldReader fields) {
        List<Audience> audiences = new ArrayList<>();
        Value value = fields.value("受众", "audiences").orElse(null);
        if (value instanceof Value.Items items) {
            for (Value item : items.items()) {
                audience(item)
                        .filter(audience -> hasOwnFolder(item, audience, audiences))
                        .ifPresent(audiences::add);
            }
        } else if (value != null) {
            error(SITE, value, "E113", "受众应是一个列表", "每一项写名称、范围、目录");
        }
        if (audiences.isEmpty()) {
            return List.of(new Audience("本单位", List.of("社会", "全党", "本单位"), ""));
        }
        Audience first = audiences.get(0);
        audiences.set(0, new Audience(first.name(), first.scopes(), ""));
        return audiences;
    }

    /** The first audience has the folder that was asked for; every further one needs its own. */
    private boolean hasOwnFolder(Value item, Audience audience, List<Audience> before) {
        String hint = "第二个起，每个受众写一个自己的目录";
        if (before.isEmpty()) {
            return true;
        }
        if (audience.folder().isEmpty()) {
            error(SITE, item, "E113", "受众“" + audience.name() + "”没有写目录", hint);
            return false;
        }
        for (Audience other : before.subList(1, before.size())) {
            if (other.folder().equals(audience.folder())) {
                error(SITE, item, "E113", "受众“" + audience.name() + "”与“" + other.name() + "”的目录相同", hint);
                return false;
            }
        }
        return true;
    }

    private Optional<Audience> audience(Value item) {
        if (!(item instanceof Value.Fields group)) {
            error(SITE, item, "E113", "受众的每一项应写名称、范围、目录", "例如：{名称: 全体党员, 范围: [社会, 全党], 目录: dang}");
            return Optional.empty();
        }
        known(SITE, group, List.of("名称", "name", "范围", "scopes", "目录", "folder"));
        FieldReader reader = new FieldReader(group);
        List<String> scopes = new ArrayList<>();
        for (Value.Text scope : reader.texts("范围", "scopes")) {
            if (SCOPES.contains(scope.text())) {
                scopes.add(scope.text());
            } else {
                error(SITE, scope, "E113", "没有“" + scope.text() + "”这个公开范围", Nearest.hint(scope.text(), SCOPES));
            }
        }
        if (scopes.contains("特定对象")) {
            error(SITE, group, "E114", "“特定对象”不能进入共用的站点", "请从范围里去掉“特定对象”");
            return Optional.empty();
        }
        String name = reader.text("名称", "name").orElse("本单位");
        if (reader.texts("范围", "scopes").isEmpty()) {
            error(SITE, item, "E113", "受众“" + name + "”没有写范围", "例如：{名称: 全体党员, 范围: [社会, 全党], 目录: dang}");
            return Optional.empty();
        }
        String folder = reader.text("目录", "folder").orElse("");
        if (!folder.isEmpty() && !SLUG.matcher(folder).matches()) {
            error(SITE, reader.value("目录", "folder").orElseThrow(), "E113", "目录“" + folder + "”不合要求", "只用小写字母、数字和连字符");
            return Optional.empty();
        }
        return Optional.of(new Audience(name, scopes, folder));
    }

    private List<Category> categories(String text) {
        Value value = yaml.read(CATEGORIES, text, 1, problems).orElse(null);
        if (!(value instanceof Value.Items items)) {
            if (value != null) {
                error(CATEGORIES, value, "E115", "栏目应是一个列表", "每一项写：- {名称: 通知, 标识: notices}");
            }
            return List.of();
        }
        List<Category> categories = new ArrayList<>();
        Map<String, String> slugs = new HashMap<>();
        for (Value item : items.items()) {
            category(item).ifPresent(category -> {
                String other = slugs.putIfAbsent(category.slug(), category.name());
                if (other != null) {
                    error(
                            CATEGORIES,
                            item,
                            "E116",
                            "栏目“" + category.name() + "”与“" + other + "”的标识相同：" + category.slug(),
                            "请各写一个不同的标识");
                } else {
                    categories.add(category);
                }
            });
        }
        return categories;
    }

    private Optional<Category> category(Value item) {
        if (!(item instanceof Value.Fields group)) {
            error(CATEGORIES, item, "E115", "栏目的每一项应写名称和标识", "例如：- {名称: 通知, 标识: notices}");
            return Optional.empty();
        }
        known(CATEGORIES, group, List.of("名称", "name", "标识", "slug", "说明", "description"));
        FieldReader reader = new FieldReader(group);
        String name = reader.text("名称", "name").orElse("");
        String slug = reader.text("标识", "slug").orElse("");
        if (name.isEmpty() || !SLUG.matcher(slug).matches() || SiteConfig.RESERVED.contains(slug)) {
            error(
                    CATEGORIES,
                    item,
                    "E115",
                    name.isEmpty() ? "栏目没有名称" : "栏目“" + name + "”的标识“" + slug + "”不合要求",
                    "标识只用小写字母、数字和连字符，且不能是 " + String.join("、", SiteConfig.RESERVED));
            return Optional.empty();
        }
        return Optional.of(
                new Category(name, slug, reader.text("说明", "description").orElse("")));
    }

    private void error(String path, Value at, String code, String message, String hint) {
        problems.accept(Problem.error(code, path, at.line(), at.column(), message, hint));
    }
}
