package org.gongkai.input.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.config.SiteConfig.Category;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;

/** Reads the columns that a site declares. */
final class CategoryReader {

    private final YamlReader yaml;
    private static final String UPDATE = "更新周期";
    private static final Pattern PERIOD = Pattern.compile("([1-9]\\d?)(年|个月)");

    private final DataFile file;

    CategoryReader(YamlReader yaml, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.file = new DataFile(SiteConfigReader.CATEGORIES, problems);
    }

    /** Returns the columns in the order of the menu. */
    List<Category> read(String text) {
        List<Category> categories = new ArrayList<>();
        Map<String, String> slugs = new HashMap<>();
        for (Value item : file.list(yaml, text, "E115", "栏目应是一个列表", "每一项写：- {名称: 通知, 标识: notices}")) {
            category(item).ifPresent(category -> {
                String other = slugs.putIfAbsent(category.slug(), category.name());
                if (other != null) {
                    file.error(
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

    /** Returns a hint about the name of a folder. */
    private static String hint(String slug) {
        boolean onlyName = slug.matches("[a-z0-9]++(?:-[a-z0-9]++)*+")
                && !DataFile.SLUG.matcher(slug).matches();
        return onlyName
                ? "标识最多 80 个字符，且不能是 Windows 的设备名（con、aux 等）"
                : "标识只用小写字母、数字和连字符，且不能是 " + String.join("、", SiteConfig.RESERVED);
    }

    private boolean uncounted(FieldReader reader, String column) {
        String typed = reader.text("不计入公开", "uncounted").orElse("");
        switch (typed) {
            case "", "否", "no", "false" -> {
                return false;
            }
            case "是", "yes", "true" -> {
                return true;
            }
            default -> {
                file.error(
                        reader.value("不计入公开", "uncounted").orElseThrow(),
                        "E115",
                        "栏目“" + column + "”的“不计入公开”“" + typed + "”看不懂",
                        "请写“是”或“否”：这个栏目的条目要不要从篇数里除去");
                return false;
            }
        }
    }

    private Optional<Category> category(Value item) {
        if (!(item instanceof Value.Fields group)) {
            file.error(item, "E115", "栏目的每一项应写名称和标识", "例如：- {名称: 通知, 标识: notices}");
            return Optional.empty();
        }
        file.known(
                group,
                List.of("名称", "name", "标识", "slug", "说明", "description", "不计入公开", "uncounted", UPDATE, "update"));
        FieldReader reader = new FieldReader(group);
        String name = reader.text("名称", "name").orElse("");
        String slug = reader.text("标识", "slug").orElse("");
        if (name.isEmpty() || !DataFile.SLUG.matcher(slug).matches() || SiteConfig.RESERVED.contains(slug)) {
            file.error(item, "E115", name.isEmpty() ? "栏目没有名称" : "栏目“" + name + "”的标识“" + slug + "”不合要求", hint(slug));
            return Optional.empty();
        }
        return Optional.of(new Category(
                name,
                slug,
                reader.text("说明", "description").orElse(""),
                !uncounted(reader, name),
                months(reader, name)));
    }

    private int months(FieldReader reader, String column) {
        String typed = reader.text(UPDATE, "update").orElse("1年").replaceAll("\\s", "");
        Matcher period = PERIOD.matcher(typed);
        if (period.matches()) {
            int number = Integer.parseInt(period.group(1));
            return period.group(2).equals("年") ? number * Category.MONTHS : number;
        }
        if (!typed.equals("不定")) {
            file.error(
                    reader.value(UPDATE, "update").orElseThrow(),
                    "E115",
                    "栏目“" + column + "”的“" + UPDATE + "”“" + typed + "”看不懂",
                    "写成 3年、6个月 这样的形式，多久没有新内容算逾期；没有定期要求的写 不定");
        }
        return 0;
    }
}
