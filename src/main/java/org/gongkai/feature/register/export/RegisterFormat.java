package org.gongkai.feature.register.export;

import java.nio.charset.StandardCharsets;
import org.gongkai.feature.register.model.Register;
import org.gongkai.output.table.PlainTable;

/** The format of a file of a register. */
public enum RegisterFormat {
    JSON("json") {
        @Override
        public byte[] bytes(Register register) {
            return RegisterJson.of(register).getBytes(StandardCharsets.UTF_8);
        }
    },
    CSV("csv") {
        @Override
        public byte[] bytes(Register register) {
            return new RegisterTables(register).all().csv();
        }
    },
    XLSX("xlsx") {
        @Override
        public byte[] bytes(Register register) {
            return PlainTable.workbook(new RegisterTables(register).sheets());
        }
    };

    private final String ending;

    RegisterFormat(String ending) {
        this.ending = ending;
    }

    /** Returns the address of the file of a register, from the root of the site. */
    public String address(String id) {
        return Register.FOLDER + id + "/" + id + "." + ending;
    }

    /** Whether the file tells the day for which it was made. */
    public boolean tellsDay() {
        return this == JSON;
    }

    /** Returns the content of the file of a register; the same for the same register, on any machine. */
    public abstract byte[] bytes(Register register);
}
