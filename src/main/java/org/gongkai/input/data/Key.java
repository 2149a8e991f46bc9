package org.gongkai.input.data;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** The field of a data file from which {@link Binder} fills a component of a record, and what may be written there. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {

    /** The name of a folder in addresses: short, and not a reserved device name on Windows. */
    String SLUG = "(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)(?=.{1,80}$)[a-z0-9]++(?:-[a-z0-9]++)*+";

    /** What {@link #SLUG} allows, for users. */
    String SLUGS = "小写字母、数字和连字符，最多 80 个，不能是 Windows 的设备名（con、aux 等）";

    /**
     * The names separated by blanks, the first of which problems use; empty for a record of fields of the same group.
     */
    String value();

    /** Whether a group is refused if the field is absent or invalid. */
    boolean required() default false;

    /** Whether a group is refused if another one in its list says the same, in any case. */
    boolean unique() default false;

    /** The words of which it must be one, separated by blanks; of a flag each word for yes before that for no. */
    String words() default "";

    /** A regular expression that it must match. */
    String matches() default "";

    /** The static method of the record that converts a text; it rejects one by returning null or by throwing. */
    String by() default "";

    /**
     * The fields of a group for which the words of a text stand, which is written in its place; the first field for the
     * whole text if empty.
     */
    String parts() default "";

    /** What may be written, for users; otherwise what the type and the words allow. */
    String allowed() default "";

    /** The text that stands for an absent or invalid one. */
    String or() default "";

    /** The code of its problems, otherwise that of the group. */
    String code() default "";

    /** A record that is read from a group of fields. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Group {

        /** An example for users. */
        String value();

        /** The code of problems in it, otherwise that of the group around it. */
        String code() default "";
    }

    /** An enumeration whose constants have words in data files. */
    interface Words {

        /** The words of a constant. */
        List<String> words();
    }
}
