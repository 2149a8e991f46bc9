package org.gongkai.register.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.register.Register;

/** The files of a register that stand beside its page. */
public final class RegisterFiles {

    private RegisterFiles() {}

    /**
     * Returns all files of a register, by their address from the root of the site: {@code registers/ID/ID.json},
     * {@code .csv} and {@code .xlsx}.
     */
    public static Map<String, byte[]> of(Register register) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (RegisterFormat format : RegisterFormat.values()) {
            files.put(format.address(register.spec().id()), format.bytes(register));
        }
        return files;
    }
}
