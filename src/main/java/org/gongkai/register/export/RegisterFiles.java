package org.gongkai.register.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.gongkai.io.Digests;
import org.gongkai.register.Expectation;
import org.gongkai.register.Register;
import org.gongkai.site.Item;

/** The files of a register that stand beside its page. */
public final class RegisterFiles {

    private final MessageDigest digest = Digests.sha256();

    private RegisterFiles() {}

    /**
     * A file of a register.
     *
     * @param address its address from the root of the site: {@code registers/ID/ID.json}, {@code .csv} or {@code .xlsx}
     * @param fingerprint changes whenever its content does, unless the program is another
     * @param bytes makes its content, which takes longer than the fingerprint
     */
    public record RegisterFile(String address, String fingerprint, Supplier<byte[]> bytes) {}

    /** Returns all files of a register. */
    public static List<RegisterFile> of(Register register) {
        String content = new RegisterFiles().fingerprint(register);
        return Arrays.stream(RegisterFormat.values())
                .map(format -> new RegisterFile(
                        format.address(register.spec().id()),
                        format.tellsDay() ? content + " " + register.asOf() : content,
                        () -> format.bytes(register)))
                .toList();
    }

    /** Returns the fingerprint of everything that is exported but the day. */
    private String fingerprint(Register register) {
        add(register.spec());
        add(register.showsGaps());
        for (Register.Year year : register.years()) {
            add(year.year());
            add(year.totals());
            for (Register.Row row : year.rows()) {
                add(row.cells());
                add(row.entries());
            }
            for (Expectation expected : year.expected()) {
                add(expected.what());
                add(expected.due());
                add(expected.done());
                add(expected.basis());
                add(expected.evidence());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(List<?> values) {
        add(values.size());
        // Of entries only addresses are exported.
        values.forEach(value -> add(value instanceof Item item ? item.address() : value));
    }

    private void add(Object value) {
        digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
