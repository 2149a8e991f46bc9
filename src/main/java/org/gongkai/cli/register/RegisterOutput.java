package org.gongkai.cli.register;

import org.gongkai.register.export.RegisterFormat;

/** How registers are written: as text for a person, or as one of their files. */
enum RegisterOutput {
    text,
    json,
    csv,
    xlsx;

    /** The format of the file. */
    RegisterFormat file() {
        return switch (this) {
            case json -> RegisterFormat.JSON;
            case csv -> RegisterFormat.CSV;
            case xlsx -> RegisterFormat.XLSX;
            case text -> throw new IllegalStateException("a text is no file of a register");
        };
    }
}
