package org.gongkai.input.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.config.Catalogue.Item;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.GroupReader;
import org.gongkai.input.data.YamlReader;
import org.gongkai.io.TextResource;
import org.gongkai.problem.Problem;

/** Reads the catalogue of a site, or the built-in one if it has none. */
public final class CatalogueReader {

    /** The path of the catalogue. */
    public static final String CATALOGUE = "content/_data/catalogue.yml";

    private static final String EXAMPLE = "每一项写：- {编号: 12-4, 类别: 组织建设, 事项: 党费收缴, 范围: 本单位, 时限: 每季度, 责任人: 组织委员}";
    private static final List<String> SCOPES = List.of("社会", "全党", "本单位", "特定对象");

    private final YamlReader yaml;
    private final DataFile file;

    public CatalogueReader(YamlReader yaml, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.file = new DataFile(CATALOGUE, problems);
    }

    /**
     * Reads the catalogue.
     *
     * @param site the content of {@link #CATALOGUE}, if the site has the file
     */
    public Catalogue read(Optional<String> site) {
        Optional<String> text = site.or(() -> Optional.of(TextResource.of(CatalogueReader.class, "catalogue.yml")));
        Map<String, Integer> numbers = new HashMap<>();
        return new Catalogue(
                file.groups(file.content(yaml, text), "E130", EXAMPLE, item -> item(item.with("E131"), numbers)),
                site.isPresent());
    }

    private static Item item(GroupReader item, Map<String, Integer> numbers) {
        return new Item(
                item.unique("编号 number", numbers),
                item.string("类别 category"),
                item.required("事项 name"),
                item.string("内容 content"),
                item.word("范围 scope", SCOPES),
                item.string("形式 form"),
                item.string("时限 term"),
                item.string("责任人 owner"),
                item.texts("文种 kinds"));
    }
}
