package org.gongkai.input.entry.kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;

/** Reads the built-in kinds and merges those of a site into them. */
public final class KindsReader {

    /** The path of the site's own kinds. */
    public static final String KINDS = "content/_data/kinds.yml";

    private static final String EXAMPLE = "每一项写：- {名称: 慰问, 标识: visits, 字段: [{名称: 对象, 键: whom, 类型: text}]}";

    private final YamlReader yaml;
    private final DataFile file;
    private final KindReader kinds;

    /**
     * @param problems accepts every problem
     */
    public KindsReader(YamlReader yaml, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.file = new DataFile(KINDS, problems);
        this.kinds = new KindReader(file);
    }

    /**
     * Reads the kinds.
     *
     * @param site the content of {@link #KINDS}, if the site has the file
     */
    public Kinds read(Optional<String> site) {
        Map<String, Value.Fields> all = new LinkedHashMap<>();
        items(Optional.of(yaml.resource(KindsReader.class, "kinds.yml"))).forEach(group -> all.put(name(group), group));
        Map<String, Value.Fields> own = new LinkedHashMap<>();
        for (Value.Fields group : items(site.flatMap(text -> yaml.read(KINDS, text, 1, file.problems())))) {
            if (own.putIfAbsent(name(group), group) != null) {
                file.error(group, "E128", "文种“" + name(group) + "”写了两次", "同一个文种只写一项，请合并成一项");
            }
        }
        own.forEach((name, group) -> all.merge(name, group, KindLayers::merge));
        List<Kind> found = new ArrayList<>();
        all.values().forEach(group -> kinds.read(group).ifPresent(found::add));
        own.values().forEach(group -> checkAmongOthers(group, found));
        return new Kinds(found);
    }

    /** Returns the kinds in a file that have a name. */
    private List<Value.Fields> items(Optional<Value> content) {
        List<Value.Fields> groups = new ArrayList<>();
        for (Value item : file.list(content, "E125", "文种应是一个列表", EXAMPLE)) {
            if (!(item instanceof Value.Fields group)) {
                file.error(item, "E125", "文种的每一项应写名称和标识", EXAMPLE);
            } else if (name(group).isEmpty()) {
                file.error(item, "E126", "文种没有名称", EXAMPLE);
            } else {
                file.known(group, KindLayers.NAMES);
                groups.add(KindLayers.inChinese(group));
            }
        }
        return groups;
    }

    private static String name(Value.Fields group) {
        return new FieldReader(group).text("名称", "name").orElse("");
    }

    /** Reports problems that concern several kinds: duplicate names, exclusions of unknown kinds. */
    private void checkAmongOthers(Value.Fields group, List<Kind> all) {
        Map<String, String> names = new HashMap<>();
        all.forEach(kind -> names.put(kind.name(), kind.name()));
        all.stream().filter(kind -> !kind.name().equals(name(group))).forEach(kind -> kind.aliases()
                .forEach(alias -> names.putIfAbsent(alias, kind.name())));
        FieldReader reader = new FieldReader(group);
        for (Value.Text alias : reader.texts("别名")) {
            String other = names.putIfAbsent(alias.text().strip(), name(group));
            if (other != null) {
                file.error(
                        alias,
                        "E128",
                        "文种“" + name(group) + "”的别名“" + alias.text().strip() + "”已经是“" + other + "”的名称或别名",
                        "请换一个别名，或删去");
            }
        }
        KindReader.exclusions(reader).forEach((kind, reason) -> {
            if (!names.containsKey(kind.text())) {
                file.error(kind, "E128", "没有“" + kind.text() + "”这个文种", new Kinds(all).advice(kind.text()));
            }
        });
        all.stream()
                .filter(kind -> kind.name().equals(name(group)))
                .forEach(kind -> checkFolder(reader, group, kind, all));
    }

    private void checkFolder(FieldReader reader, Value.Fields group, Kind kind, List<Kind> all) {
        all.stream()
                .filter(other ->
                        other.slug().equals(kind.slug()) && !other.column().equals(kind.column()))
                .findFirst()
                .ifPresent(other -> file.error(
                        reader.value("标识").orElse(group),
                        "E128",
                        "文种“" + kind.name() + "”的栏目“" + kind.column() + "”与“" + other.column() + "”的标识相同："
                                + kind.slug(),
                        "请换一个标识，或写上同一个栏目"));
    }
}
