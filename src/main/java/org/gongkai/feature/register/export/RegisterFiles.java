package org.gongkai.feature.register.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.Register;
import org.gongkai.io.Digests;
import org.gongkai.site.Item;
import org.gongkai.site.SiteFile;

/** The files of a register that stand beside its page. */
public final class RegisterFiles {

    private final MessageDigest digest = Digests.sha256();

    private RegisterFiles() {}

    /** Returns all files of a register: {@code registers/ID/ID.json}, {@code .csv} and {@code .xlsx}. */
    public static List<SiteFile> of(Register register) {
        // Once for all formats, as it reads every row.
        Map<String, String> known = new ConcurrentHashMap<>();
        Supplier<String> content = () -> known.computeIfAbsent("", key -> new RegisterFiles().fingerprint(register));
        return Arrays.stream(RegisterFormat.values())
                .map(format -> SiteFile.of(
                        format.address(register.spec().id()),
                        SiteFile.NO_TEMPLATE,
                        () -> content.get() + (format.tellsDay() ? " " + register.asOf() : ""),
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
