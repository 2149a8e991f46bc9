package org.gongkai.input.data;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkai.problem.Position;

/**
 * The group of fields from which a record is read, for checks of several fields: fields are named by their first names.
 */
public final class BoundGroup {

    private final Binder binder;
    private final RecordShape shape;
    private final Value.Fields fields;
    private final Around around;
    private final int index;
    private final String code;
    private boolean isRefused;

    /**
     * What is around the groups of a list: the code of problems, the group that the list is in, and what was said
     * before.
     */
    record Around(String code, Optional<BoundGroup> group, Map<String, Integer> said) {
        Around(String code, Optional<BoundGroup> group) {
            this(code, group, new HashMap<>());
        }
    }

    BoundGroup(Binder binder, RecordShape shape, Value.Fields fields, int index, Around around) {
        this.binder = binder;
        this.shape = shape;
        this.fields = fields;
        this.index = index;
        this.around = around;
        this.code =
                shape.group().code().isEmpty() ? around.code() : shape.group().code();
    }

    /** Its place in a list, from 0. */
    public int index() {
        return index;
    }

    /** The group that it is in. */
    public Optional<BoundGroup> around() {
        return around.group();
    }

    /** What such a group may look like, for users. */
    public String example() {
        return shape.group().value();
    }

    /** Returns the value of a field. */
    public Optional<Value> value(String name) {
        return fields.value(name);
    }

    /** Returns the text of a field; empty if it is absent, blank, a list or a group. */
    public Optional<String> text(String name) {
        return fields.text(name);
    }

    /** Returns the texts of a field that is a list or a single text. */
    public List<Value.Text> texts(String name) {
        return fields.texts(name);
    }

    /** Reports what is wrong with a field, at the group if it is absent. */
    public void error(String name, String message, String hint) {
        error(at(name), message, hint);
    }

    /** Reports what is wrong at a position. */
    public void error(Position at, String message, String hint) {
        binder.error(at, code, message, hint);
    }

    /** Reports what is wrong with a field under another code. */
    public void error(String name, String other, String message, String hint) {
        error(at(name), other, message, hint);
    }

    /** Reports what is wrong at a position under another code. */
    public void error(Position at, String other, String message, String hint) {
        binder.error(at, other, message, hint);
    }

    /** Reports what is wrong with a field, and refuses the group. */
    public void refuse(String name, String message, String hint) {
        refuse();
        error(name, message, hint);
    }

    /** Reports what is wrong with a field under another code, and refuses the group. */
    public void refuse(String name, String other, String message, String hint) {
        refuse();
        error(name, other, message, hint);
    }

    /** Refuses the group for what has been reported. */
    void refuse() {
        isRefused = true;
    }

    boolean isRefused() {
        return isRefused;
    }

    public void warning(String name, String other, String message, String hint) {
        binder.warning(at(name), other, message, hint);
    }

    /** Refuses the group without a field; returns whether there is one. */
    public boolean need(String name) {
        boolean isMissing = value(name).filter(it -> !Binder.isBlank(it)).isEmpty();
        if (isMissing) {
            String other = shape.named(name).map(part -> part.key().code()).orElse("");
            refuse("", other.isEmpty() ? code : other, "没有写“" + name + "”", example());
        }
        return !isMissing;
    }

    /** Returns whether it is within the group of a record. */
    public boolean isIn(Class<?> record) {
        return around.group().filter(group -> group.shape.type() == record).isPresent();
    }

    /** Refuses the group if another one in its list says the same of a field, in any case. */
    public void distinct(String name, String said, String other) {
        String key = name + ' ' + said.toLowerCase(Locale.ROOT);
        Integer line = said.isEmpty() ? null : around.said().putIfAbsent(key, fields.line());
        if (line != null) {
            refuse(name, other, "“" + name + "”“" + said + "”写了两次", "第" + line + "行已有，请各写一个不同的（不分大小写）");
        }
    }

    private Position at(String name) {
        return value(name).map(Position.class::cast).orElse(fields);
    }

    String code() {
        return code;
    }
}
