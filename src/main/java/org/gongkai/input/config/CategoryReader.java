package org.gongkai.input.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.config.SiteConfig.Category;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.GroupReader;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;

/** Reads the columns that a site declares. */
final class CategoryReader {

    private static final Pattern PERIOD = Pattern.compile("([1-9]\\d?)\\s*(年|个月)");
    private static final String PERIODS = "写成 3年、6个月 这样的形式，多久没有新内容算逾期；没有定期要求的写 不定";

    private final YamlReader yaml;
    private final List<String> reserved;
    private final DataFile file;

    /**
     * @param reserved folders that columns cannot use
     */
    CategoryReader(YamlReader yaml, List<String> reserved, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.reserved = reserved;
        this.file = new DataFile(SiteConfigReader.CATEGORIES, problems);
    }

    /** Returns the columns in the order of the menu. */
    List<Category> read(String text) {
        Map<String, Integer> slugs = new HashMap<>();
        return file.groups(
                file.content(yaml, Optional.of(text)),
                "E115",
                "每一项写：- {名称: 通知, 标识: notices}",
                column -> category(column, slugs));
    }

    private Category category(GroupReader column, Map<String, Integer> slugs) {
        column.need("标识 slug");
        Category category = new Category(
                column.required("名称 name"),
                column.slug("标识 slug", reserved),
                column.string("说明 description"),
                !column.flag("不计入公开 uncounted", false),
                column.parsed("更新周期 update", PERIODS, CategoryReader::months).orElse(Category.MONTHS));
        column.with("E116").distinct("标识 slug", category.slug(), slugs);
        return category;
    }

    private static Integer months(String typed) {
        Matcher period = PERIOD.matcher(typed);
        if (!period.matches()) {
            return typed.equals("不定") ? 0 : null;
        }
        return Integer.parseInt(period.group(1)) * (period.group(2).equals("年") ? Category.MONTHS : 1);
    }
}
