package org.gongkai.render.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.render.model.Model;

/**
 * Selects the rows that stand above the body: what a reader of this kind of entry asks first. A long value would push
 * the body away, and a reference has a line of its own.
 */
final class KeyFacts {

    /** The largest number of rows. */
    private static final int MOST = 6;

    /** The longest value, in characters. */
    private static final int LONGEST = 24;

    private KeyFacts() {}

    /**
     * Selects rows.
     *
     * @param meeting the rows of its meeting with which the body begins
     * @param own all rows of the entry's kinds and of its meeting
     */
    static List<Model.Fact> of(Entry entry, List<Model.Fact> meeting, List<Model.Fact> own) {
        List<Model.Fact> key = new ArrayList<>();
        boolean hasMoney = entry.own().stream().anyMatch(field -> field.spec().type() == FieldType.MONEY);
        ofType(entry, own, type -> type == FieldType.MONEY, key);
        // Beside amounts, numbers of persons stand together too.
        ofType(entry, own, type -> hasMoney && type == FieldType.NUMBER, key);
        ofType(entry, own, type -> true, key);
        return key.stream()
                .filter(fact -> fact.value().length() <= LONGEST && !meeting.contains(fact))
                .limit(meeting.isEmpty() ? MOST : 2)
                .toList();
    }

    private static void ofType(Entry entry, List<Model.Fact> own, Predicate<FieldType> types, List<Model.Fact> key) {
        for (Entry.OwnField field : entry.own()) {
            FieldType type = field.spec().type();
            boolean row = type != FieldType.TABLE && type != FieldType.LIST && type != FieldType.REFERENCE;
            String name = field.spec().name();
            if (row && types.test(type) && !NoticeContacts.NAMES.contains(name)) {
                named(own, name).filter(fact -> !key.contains(fact)).ifPresent(key::add);
            }
        }
    }

    private static Optional<Model.Fact> named(List<Model.Fact> facts, String label) {
        return facts.stream().filter(fact -> fact.label().equals(label)).findFirst();
    }
}
