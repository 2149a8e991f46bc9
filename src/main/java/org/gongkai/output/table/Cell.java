package org.gongkai.output.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A value in a table. */
public sealed interface Cell {

    /**
     * How spreadsheet programs show a number.
     *
     * @param code the format in their language; empty if numbers are shown as they are
     * @param more what it adds at most to the digits, for the width of the column
     */
    record Format(String code, String more) {

        /** Numbers as they are. */
        public static final Format GENERAL = new Format("", "");
    }

    /** The value as text: dates in ISO 8601, numbers without grouping, several words joined by 、. */
    String text();

    /** A text; empty if there is no value. */
    record Text(String text) implements Cell {

        /** The absence of a value. */
        public static final Cell NONE = new Text("");
    }

    /**
     * A text about an amount.
     *
     * @param amount how much of what was due is settled by something else, and counts nowhere
     */
    record Settled(String text, BigDecimal amount) implements Cell {}

    /** A number: of persons, hours, yuan or percent. */
    record Number(BigDecimal value) implements Cell {
        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    record Day(LocalDate day) implements Cell {
        @Override
        public String text() {
            return day.toString();
        }
    }

    /**
     * Words of an enumeration as they were typed.
     *
     * @param text what is shown
     * @param names the names under which they count; empty if they are no words of the enumeration
     */
    record Choices(String text, List<String> names) implements Cell {}

    /** Several words, each of which counts. */
    record Words(List<String> words) implements Cell {
        @Override
        public String text() {
            return String.join("、", words);
        }
    }

    /** Returns true if there is no value. */
    default boolean isEmpty() {
        return text().isEmpty();
    }

    /** The words as which the value counts. */
    default List<String> counted() {
        if (this instanceof Choices choices) {
            return choices.names();
        }
        return this instanceof Words several ? several.words() : isEmpty() ? List.of() : List.of(text());
    }

    /** Returns true if the value counts as a word. */
    default boolean has(String word) {
        return counted().contains(word);
    }
}
