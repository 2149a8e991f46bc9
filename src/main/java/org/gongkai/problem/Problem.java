package org.gongkai.problem;

import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A problem in a source file, explained in Chinese.
 *
 * @param severity error or warning
 * @param code a stable code of a letter and three digits, such as {@code E103}
 * @param path the path relative to the site's root, with {@code /} between names, such as
 *     {@code content/通知/2024/a.md}
 * @param line the line in the file, from 1
 * @param column the column in the line, from 1, counted in code points
 * @param message what is wrong, with the actual value; personal numbers are masked in it and in the hint
 * @param hint what is allowed, or how to fix it; may be empty
 */
public record Problem(Severity severity, String code, String path, int line, int column, String message, String hint)
        implements Comparable<Problem>, Position {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::path)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::code)
            .thenComparing(Problem::message)
            .thenComparing(Problem::hint)
            .thenComparing(Problem::severity);

    public Problem {
        Objects.requireNonNull(path, "path");
        message = Masked.of(message);
        hint = Masked.of(hint);
    }

    public static Problem error(String code, String path, int line, int column, String message, String hint) {
        return new Problem(Severity.ERROR, code, path, line, column, message, hint);
    }

    /** An error of a whole file, told at its beginning. */
    public static Problem error(String code, String path, String message, String hint) {
        return error(code, path, 1, 1, message, hint);
    }

    public static Problem error(String code, String path, Position at, String message, String hint) {
        return error(code, path, at.line(), at.column(), message, hint);
    }

    public static Problem warning(String code, String path, int line, int column, String message, String hint) {
        return new Problem(Severity.WARNING, code, path, line, column, message, hint);
    }

    /** A warning of a whole file. */
    public static Problem warning(String code, String path, String message, String hint) {
        return warning(code, path, 1, 1, message, hint);
    }

    public static Problem warning(String code, String path, Position at, String message, String hint) {
        return warning(code, path, at.line(), at.column(), message, hint);
    }

    /** This problem of another severity. */
    public Problem as(Severity other) {
        return new Problem(other, code, path, line, column, message, hint);
    }

    /** This problem somewhere else. */
    public Problem at(String otherPath, int otherLine, int otherColumn) {
        return new Problem(severity, code, otherPath, otherLine, otherColumn, message, hint);
    }

    /** This problem in other words. */
    public Problem said(String otherMessage, String otherHint) {
        return new Problem(severity, code, path, line, column, otherMessage, otherHint);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The line to print: {@code path:line:column: 错误 E103 message；hint}. */
    public String text() {
        String place = path + ":" + line + ":" + column + ": " + severity.label() + " " + code + " " + message;
        // A line break in a quoted value must not look like the start of another problem.
        return LINE_BREAK.matcher(hint.isEmpty() ? place : place + "；" + hint).replaceAll(" ");
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
