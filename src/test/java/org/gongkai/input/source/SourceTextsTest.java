package org.gongkai.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text that is read twice is the same text, or an error. */
class SourceTextsTest {

    private static final String CHANGED = "正在生成站点的时候被改动了，请再运行一次";

    private final Path path;
    private final FolderSource source;
    private final SourceTexts texts;

    SourceTextsTest(@TempDir Path folder) throws IOException {
        path = Files.createDirectories(folder.resolve("content")).resolve("a.md");
        Files.writeString(path, "原来的正文");
        source = new FolderSource(folder, List.of("content"));
        texts = new SourceTexts(source);
    }

    private SourceFile file() {
        return source.file("content/a.md").orElseThrow();
    }

    private void isRead() {
        assertThat(texts.read(file(), problem -> {})).contains("原来的正文");
        assertThat(texts.reread(file())).as("kept").isEqualTo("原来的正文");
    }

    @Test
    void isReadAgain() {
        isRead();

        assertThat(texts.reread(file())).isEqualTo("原来的正文");
    }

    @Test
    void changedInBetween() throws IOException {
        isRead();
        Files.writeString(path, "别人的正文");

        assertThatThrownBy(() -> texts.reread(file())).hasMessageContaining("content/a.md: " + CHANGED);
    }

    @Test
    void brokenInBetween() throws IOException {
        isRead();
        Files.write(path, new byte[] {(byte) 0xff, (byte) 0xff, 0, 1});

        assertThatThrownBy(() -> texts.reread(file())).hasMessageContaining(CHANGED);
    }

    @Test
    void goneInBetween() throws IOException {
        isRead();
        Files.delete(path);

        assertThatThrownBy(() -> texts.reread(file())).hasCauseInstanceOf(java.nio.file.NoSuchFileException.class);
    }

    @Test
    void ofAnEarlierRunAndBrokenSince() throws IOException {
        Files.write(path, new byte[] {(byte) 0xff, (byte) 0xff, 0, 1});

        assertThatThrownBy(() -> texts.reread(file())).hasMessageContaining(CHANGED);
    }

    @Test
    void neverDecoded() throws IOException {
        Files.write(path, new byte[] {(byte) 0xff, (byte) 0xff, 0, 1});
        assertThat(texts.read(file(), problem -> {})).isEmpty();

        assertThat(texts.reread(file())).isEmpty();
    }
}
