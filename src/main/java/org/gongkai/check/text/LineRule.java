package org.gongkai.check.text;

import java.util.stream.Stream;

/** A rule about single lines; it is applied to lines with one of its triggers. */
public interface LineRule extends TextRule {

    void check(TextLine line, RuleReport report);

    @Override
    default void check(CheckedText checked, long mark, RuleReport report) {
        Stream.concat(checked.header().stream(), checked.body().stream())
                .filter(line -> (line.marks() & mark) != 0)
                .forEach(line -> check(line, report));
    }
}
