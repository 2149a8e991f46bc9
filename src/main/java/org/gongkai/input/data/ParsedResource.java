package org.gongkai.input.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.gongkai.cache.RecordCodec;

/**
 * A YAML resource as the build of the program has parsed it: to parse all rules takes longer than a page.
 *
 * @param hash of its text; another text was not parsed
 */
public record ParsedResource(int hash, Value value) {

    private static final RecordCodec<ParsedResource> CODEC = new RecordCodec<>(ParsedResource.class, Map.of());

    /** Returns the value of a resource; empty if the build of the program has not parsed this text. */
    static Optional<Value> of(Class<?> neighbor, String name, String yaml) {
        try (InputStream in = neighbor.getResourceAsStream(name + ".parsed")) {
            return Optional.ofNullable(in == null ? null : CODEC.decode(in.readAllBytes()))
                    .filter(parsed -> parsed.hash == yaml.hashCode())
                    .map(ParsedResource::value);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** Returns the bytes of a parsed resource; called by the build of the program. */
    public static byte[] encoded(String name, String yaml) {
        return CODEC.encode(new ParsedResource(
                yaml.hashCode(), YamlReader.parsed(name, yaml).orElseThrow()));
    }
}
