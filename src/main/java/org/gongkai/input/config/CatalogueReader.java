package org.gongkai.input.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.config.Catalogue.Item;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.io.TextResource;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/** Reads the catalogue of a site, or the built-in one if it has none. */
public final class CatalogueReader {

    /** The path of the catalogue. */
    public static final String CATALOGUE = "content/_data/catalogue.yml";

    private static final String EXAMPLE = "每一项写：- {编号: 12-4, 类别: 组织建设, 事项: 党费收缴, 范围: 本单位, 时限: 每季度, 责任人: 组织委员}";
    private static final List<String> NAMES =
            List.of("编号 number 类别 category 事项 name 内容 content 范围 scope 形式 form 时限 term 责任人 owner 文种 kinds".split(" "));
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
        return site.map(text -> new Catalogue(items(text), true))
                .orElseGet(() -> new Catalogue(items(TextResource.of(CatalogueReader.class, "catalogue.yml")), false));
    }

    private List<Item> items(String text) {
        List<Item> items = new ArrayList<>();
        Map<String, Value> numbers = new HashMap<>();
        for (Value typed : file.list(yaml, text, "E130", "公开目录应是一个列表", EXAMPLE)) {
            item(typed).ifPresent(item -> {
                Value before = numbers.putIfAbsent(item.number(), typed);
                if (before == null) {
                    items.add(item);
                } else {
                    file.error(typed, "E131", "目录编号“" + item.number() + "”与第" + before.line() + "行相同", "每一项写一个不同的编号");
                }
            });
        }
        return items;
    }

    private Optional<Item> item(Value value) {
        if (!(value instanceof Value.Fields group)) {
            file.error(value, "E130", "公开目录的每一项应写编号和事项", EXAMPLE);
            return Optional.empty();
        }
        file.known(group, NAMES);
        FieldReader reader = new FieldReader(group);
        String number = reader.text("编号", "number").orElse("");
        String name = reader.text("事项", "name").orElse("");
        if (number.isEmpty() || name.isEmpty()) {
            String missing = number.isEmpty() ? "编号" : "事项";
            file.error(group, "E131", "公开目录的这一项没有" + missing, EXAMPLE);
            return Optional.empty();
        }
        String scope = reader.text("范围", "scope").orElse("");
        if (!scope.isEmpty() && !SCOPES.contains(scope)) {
            file.error(
                    reader.value("范围", "scope").orElseThrow(),
                    "E131",
                    "没有“" + scope + "”这个公开范围",
                    Nearest.hint(scope, SCOPES));
        }
        return Optional.of(new Item(
                number,
                reader.text("类别", "category").orElse(""),
                name,
                reader.text("内容", "content").orElse(""),
                scope,
                reader.text("形式", "form").orElse(""),
                reader.text("时限", "term").orElse(""),
                reader.text("责任人", "owner").orElse(""),
                reader.texts("文种", "kinds")));
    }
}
