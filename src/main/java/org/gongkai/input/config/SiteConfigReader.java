package org.gongkai.input.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Problem;

/** Reads the settings of a site and reports what is wrong in them. */
public record SiteConfigReader(
        YamlReader yaml, Consumer<Problem> problems, List<String> settings, List<String> reserved) {

    /** The path of the settings. */
    public static final String SITE = SourceTree.DATA + "site.yml";

    /** The path of the columns. */
    public static final String CATEGORIES = SourceTree.DATA + "categories.yml";

    /** The names of the setting that {@code check.setting} reads. */
    private static final List<String> RULES = List.of("规则", "rules");

    /**
     * @param features the names that features take
     */
    public SiteConfigReader(YamlReader yaml, FeatureNames features, Consumer<Problem> problems) {
        this(
                yaml,
                problems,
                Stream.concat(RULES.stream(), features.settings().stream()).toList(),
                Stream.concat(SiteConfig.FOLDERS.stream(), features.folders().stream())
                        .toList());
    }

    /**
     * Reads the settings.
     *
     * @param texts returns the content of a file by its path relative to the site's root, if the file exists
     */
    public SiteConfig read(Function<String, Optional<String>> texts) {
        return read(content(texts.apply(SITE)), texts);
    }

    /**
     * Reads the settings.
     *
     * @param content what {@link #SITE} says
     * @param texts returns the content of a file by its path relative to the site's root, if the file exists
     */
    public SiteConfig read(Optional<Value> content, Function<String, Optional<String>> texts) {
        Binder binder = new Binder(SITE, "E110", problems)
                .allowing(settings)
                .given(
                        "data",
                        new SiteConfig.Data(
                                reserved,
                                categories(texts.apply(CATEGORIES)),
                                Catalogue.read(yaml, texts.apply(Catalogue.PATH), problems),
                                Organisation.read(yaml, texts.apply(Organisation.PATH), problems)))
                .then(Audience.class, Audience::checked)
                .then(EntryDefaults.class, EntryDefaults::checked)
                .then(SiteConfig.Readers.class, SiteConfig.Readers::completed);
        return binder.group(SiteConfig.class, content)
                .or(() -> binder.group(SiteConfig.class, Optional.of(new Value.Fields(List.of(), 1, 1))))
                .orElseThrow();
    }

    /** Parses {@link #SITE}; empty if it is missing or unreadable. */
    public Optional<Value> content(Optional<String> site) {
        return site.flatMap(text -> yaml.read(SITE, text, 1, problems));
    }

    /** Returns the columns in the order of the menu. */
    private List<ColumnConfig> categories(Optional<String> text) {
        return new Binder(CATEGORIES, "E115", problems)
                .then(ColumnConfig.class, this::checked)
                .groups(ColumnConfig.class, text.flatMap(it -> yaml.read(CATEGORIES, it, 1, problems)));
    }

    private ColumnConfig checked(ColumnConfig column, BoundGroup group) {
        if (reserved.contains(column.slug())) {
            String hint = "它是别的网页的文件夹，也不能写 " + String.join("、", reserved);
            group.refuse("标识", "“标识”不能写“" + column.slug() + "”", hint);
        }
        group.distinct("标识", column.slug(), "E116");
        return column;
    }
}
