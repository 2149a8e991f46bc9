package org.gongkai.input.data;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;

/**
 * The group of fields from which a record is read, for checks of several fields: fields are named by their first names.
 */
public final class BoundGroup {

    private final Binder binder;
    private final RecordShape shape;
    private final Value.Fields fields;
    private final int index;
    final String code;
    final BoundGroup around;
    /** The lines of the groups in it that said something which none of the others may say. */
    private final Map<String, Integer> said = new HashMap<>();

    private boolean isRefused;

    /**
     * @param code the code of problems, unless the record has its own
     * @param around the group that it is in; null for the file
     */
    BoundGroup(Binder binder, RecordShape shape, Value.Fields fields, int index, String code, BoundGroup around) {
        this.binder = binder;
        this.shape = shape;
        this.fields = fields;
        this.index = index;
        this.around = around;
        this.code = shape.group().code().isEmpty() ? code : shape.group().code();
    }

    /** Its place in a list, from 0. */
    public int index() {
        return index;
    }

    /** The fields of the group that it is in. */
    public Value.Fields around() {
        return around.fields;
    }

    /** What such a group may look like, for users. */
    public String example() {
        return shape.group().value();
    }

    public Value.Fields fields() {
        return fields;
    }

    /** Reports what is wrong with a field, at the group if it is absent. */
    public void error(String name, String message, String hint) {
        error(at(name), message, hint);
    }

    /** Reports what is wrong at a position. */
    public void error(Position at, String message, String hint) {
        error(at, code, message, hint);
    }

    /** Reports what is wrong at a position under another code. */
    public void error(Position at, String other, String message, String hint) {
        binder.error(at, other, message, hint);
    }

    public void warning(String name, String other, String message, String hint) {
        binder.problems.accept(Problem.warning(other, binder.path, at(name), message, hint));
    }

    /** Reports what is wrong with a field, and refuses the group. */
    public void refuse(String name, String message, String hint) {
        refuse(name, code, message, hint);
    }

    /** Reports what is wrong with a field under another code, and refuses the group. */
    public void refuse(String name, String other, String message, String hint) {
        refuse();
        error(at(name), other, message, hint);
    }

    /** Refuses the group for what has been reported. */
    void refuse() {
        isRefused = true;
    }

    boolean isRefused() {
        return isRefused;
    }

    /** Refuses the group without a field; returns whether there is one. */
    public boolean need(String name) {
        boolean isMissing = fields.value(name).filter(it -> !Binder.isBlank(it)).isEmpty();
        if (isMissing) {
            String other = shape.named(name).map(part -> part.key().code()).orElse("");
            refuse("", other.isEmpty() ? code : other, "没有写“" + name + "”", example());
        }
        return !isMissing;
    }

    /** Returns whether it is within the group of a record. */
    public boolean isIn(Class<?> record) {
        return around.shape.type() == record;
    }

    /** Refuses the group if another one in its list says the same of a field, in any case. */
    public void distinct(String name, String typed, String other) {
        String key = shape.type().getName() + ' ' + name + ' ' + typed.toLowerCase(Locale.ROOT);
        Integer line = typed.isEmpty() ? null : around.said.putIfAbsent(key, fields.line());
        if (line != null) {
            refuse(name, other, "“" + name + "”“" + typed + "”写了两次", "第" + line + "行已有，请各写一个不同的（不分大小写）");
        }
    }

    /** The position of a field; that of the group if it is absent. */
    public Position at(String name) {
        return fields.value(name).map(Position.class::cast).orElse(fields);
    }
}
