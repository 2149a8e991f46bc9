package org.gongkai.input.entry.kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;

/** Reads the choices of a field: words, or groups of a name and its aliases. */
final class ChoiceReader {

    private static final String EXAMPLE = "例如 值: [未开始, {名称: 已完成, 别名: [办结, 完成]}]";

    private final DataFile file;

    ChoiceReader(DataFile file) {
        this.file = file;
    }

    /**
     * Returns the choices of a field, without those that are reported as invalid.
     *
     * @param value the value as written; null if there is none
     */
    List<Choice> choices(String field, Value value) {
        List<Value> items =
                value instanceof Value.Items list ? list.items() : value == null ? List.of() : List.of(value);
        List<Choice> choices = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (Value item : items) {
            choice(field, item).ifPresent(choice -> {
                Optional<String> twice =
                        choice.words().stream().filter(word -> !words.add(word)).findFirst();
                if (twice.isPresent()) {
                    file.error(item, "E127", "字段“" + field + "”的值“" + twice.get() + "”写了两次", "同一个词只写一次");
                } else {
                    choices.add(choice);
                }
            });
        }
        return choices;
    }

    private Optional<Choice> choice(String field, Value item) {
        if (item instanceof Value.Text text) {
            return Optional.of(text.text().strip())
                    .filter(word -> !word.isEmpty())
                    .map(word -> new Choice(word, List.of()));
        }
        FieldReader reader = item instanceof Value.Fields group ? new FieldReader(group) : null;
        Optional<String> name = reader == null ? Optional.empty() : reader.text("名称", "name");
        if (name.isEmpty()) {
            file.error(item, "E127", "字段“" + field + "”的这个值没有名称", EXAMPLE);
            return Optional.empty();
        }
        file.known((Value.Fields) item, List.of("名称", "name", "别名", "aliases"));
        List<String> aliases = reader.texts("别名", "aliases").stream()
                .map(alias -> alias.text().strip())
                .filter(alias -> !alias.isEmpty())
                .toList();
        return Optional.of(new Choice(name.get(), aliases));
    }
}
