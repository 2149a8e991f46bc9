package org.gongkai.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A value in a register. */
public sealed interface Cell {

    /** The absence of a value. */
    Cell NONE = new Text("");

    /** The value as text: dates in ISO 8601, numbers without grouping, several words joined by 、. */
    String text();

    /** A text; empty if there is no value. */
    record Text(String text) implements Cell {}

    /** A number: of persons, hours, yuan or percent. */
    record Number(BigDecimal value) implements Cell {
        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /** A day. */
    record Day(LocalDate day) implements Cell {
        @Override
        public String text() {
            return day.toString();
        }
    }

    /** A text in the place of a word of an enumeration; it is shown and does not count. */
    record Remark(String text) implements Cell {}

    /** Several words, each of which counts. */
    record Words(List<String> words) implements Cell {
        public Words {
            words = List.copyOf(words);
        }

        @Override
        public String text() {
            return String.join("、", words);
        }
    }

    /** Returns true if there is no value. */
    default boolean isEmpty() {
        return text().isEmpty();
    }

    /** Returns true if the value is a word, or one of several words. */
    default boolean has(String word) {
        return this instanceof Words several ? several.words().contains(word) : text().equals(word);
    }
}
