package org.gongkai.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.search.key.DocumentCodes;
import org.gongkai.search.key.PackedKeys;
import org.gongkai.search.pack.BitReader;
import org.gongkai.search.text.Vocabulary;

/** Everything that the search index of a built site says, in legible form. */
public final class UnpackedIndex {

    private static final Pattern STRINGS = Pattern.compile("\"([\u4000-\ubfff]*)\"");

    private final Path folder;

    /** @param site the folder of a built site */
    public UnpackedIndex(Path site) {
        this.folder = site.resolve("search");
    }

    /** The texts of all documents, each with its address, title and so on in lines. */
    public List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files(Files.exists(folder.resolve("t.js")) ? "t.js" : "t")) {
            Matcher packed = STRINGS.matcher(script(file));
            while (packed.find()) {
                texts.add(unpack(packed.group(1)));
            }
        }
        return texts;
    }

    /** All keys; none of a small site. */
    public List<String> keys() throws IOException {
        List<String> keys = new ArrayList<>();
        if (Files.exists(folder.resolve("i"))) {
            int documents = DocumentCodes.rounded(texts().size());
            for (Path file : files("i")) {
                Matcher packed = STRINGS.matcher(script(file));
                while (packed.find()) {
                    PackedKeys entries = new PackedKeys(packed.group(1), documents);
                    for (int i = 0; i < entries.size(); i++) {
                        keys.add(entries.key(i));
                    }
                }
            }
        }
        return keys;
    }

    /** The manifest as it is, with the names of columns and so on. */
    public String manifest() throws IOException {
        return script(folder.resolve("m.js"));
    }

    private List<Path> files(String below) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String script(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_16LE);
    }

    /** Everything that the index of a site says; empty if it has none. */
    public static String legible(Path site) {
        try {
            UnpackedIndex index = new UnpackedIndex(site);
            return Files.exists(index.folder)
                    ? index.manifest() + String.join("\n", index.texts()) + String.join("\n", index.keys())
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int piece(Vocabulary vocabulary, BitReader in) {
        int code = 0;
        int length = 0;
        while (true) {
            code = code << 1 | in.bits(1);
            length++;
            for (int piece = 0; piece < vocabulary.size(); piece++) {
                if (vocabulary.length(piece) == length && vocabulary.code(piece) == code) {
                    return piece;
                }
            }
        }
    }

    public static String unpack(String packed) {
        Vocabulary vocabulary = Vocabulary.ofProgram();
        BitReader in = new BitReader(packed);
        int length = in.gamma();
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int piece = piece(vocabulary, in);
            if (piece == vocabulary.escape()) {
                text.append((char) in.bits(Character.SIZE));
            } else if (piece == vocabulary.copy()) {
                int from = text.length() - 1 - in.golomb(8);
                int count = 3 + in.golomb(1);
                for (int i = 0; i < count; i++) {
                    text.append(text.charAt(from + i));
                }
            } else {
                text.append(vocabulary.text(piece));
            }
        }
        return text.toString();
    }
}
