package org.gongkai.check.file.svg;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;

/**
 * The allow-list, from the built-in {@code svg.yml}.
 *
 * @param elements names of elements
 * @param attributes names of attributes whose values are not CSS
 * @param styles names of attributes whose values are CSS
 * @param namespaces prefixes of the namespaces of drawing programs, which browsers ignore
 * @param rules names of CSS at-rules
 * @param functions names of CSS functions
 * @param documentType prefixes of public identifiers of document types
 */
public record SvgNames(
        Set<String> elements,
        Set<String> attributes,
        Set<String> styles,
        List<String> namespaces,
        Set<String> rules,
        Set<String> functions,
        String documentType) {

    private static final String NAME = "svg.yml";

    /** Loads the built-in list. */
    public static SvgNames read(YamlReader yaml) {
        FieldReader reader = new FieldReader((Value.Fields) yaml.resource(SvgNames.class, NAME));
        return new SvgNames(
                names(reader, "元素"),
                names(reader, "属性"),
                names(reader, "样式属性"),
                reader.texts("名字空间").stream().map(Value.Text::text).toList(),
                names(reader, "规则"),
                names(reader, "函数"),
                reader.text("文件类型").orElseThrow());
    }

    /** Returns true if a namespace belongs to a drawing program. */
    boolean isOfProgram(String namespace) {
        return namespaces.stream().anyMatch(namespace::startsWith);
    }

    private static Set<String> names(FieldReader reader, String field) {
        Set<String> names = new HashSet<>();
        collect(reader.value(field).orElseThrow(), names);
        return Set.copyOf(names);
    }

    private static void collect(Value value, Set<String> names) {
        if (value instanceof Value.Items items) {
            items.items().forEach(item -> collect(item, names));
        } else {
            names.add(((Value.Text) value).text());
        }
    }
}
