package org.gongkai.input.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.input.attachment.AttachmentContent.Trouble;
import org.gongkai.io.HeapBudget;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Of a file beyond a limit")
class ReadingLimitsTest {

    private static final ReadingLimits LIMITS = ReadingLimits.DEFAULT;

    private static AttachmentContent inspect(ReadingLimits limits, long heap, String ending, byte[] file) {
        return new AttachmentTextExtractor(limits, new HeapBudget(4 * heap)).inspect(ending, file);
    }

    private static AttachmentContent inspect(String ending, byte[] file) {
        return inspect(LIMITS, 256L << 20, ending, file);
    }

    private static byte[] namespaces(String element) {
        StringBuilder xml = new StringBuilder("<" + element);
        IntStream.range(0, 100_000)
                .forEach(i -> xml.append(" xmlns:n").append(i).append("=\"u\""));
        return xml.append("/>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] paragraphs(String first, int more) {
        String[] texts = new String[more + 1];
        Arrays.fill(texts, "正文".repeat(500));
        texts[0] = first;
        return Attachments.docx(texts);
    }

    @ParameterizedTest
    @Promise("What was found in parts before a limit")
    @DisplayName("what was read before is there")
    @ValueSource(strings = {"characters", "steps", "heap", "unpacked", "parts", "pages"})
    void beginning(String limit) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("word/document.xml", "<p><t>甲</t></p>");
        parts.put("word/large.xml", "<p/>" + " ".repeat(3 << 20));
        ReadingLimits few = new ReadingLimits(1 << 30, 1, 2 << 20, 1 << 20, 5_000, 1, 900);
        AttachmentContent found =
                switch (limit) {
                    case "characters" ->
                        inspect(with(few, few.characters(), LIMITS.steps()), 1 << 28, "docx", paragraphs("甲", 50));
                    case "steps" ->
                        inspect(with(LIMITS, LIMITS.characters(), 6_000), 1 << 28, "docx", paragraphs("甲", 2_000));
                    case "heap" -> inspect(LIMITS, 3 << 20, "docx", Attachments.zip(parts));
                    case "unpacked" -> inspect(with(few, 99, LIMITS.steps()), 1 << 28, "docx", Attachments.zip(parts));
                    case "parts" -> inspect(few, 1 << 28, "docx", Attachments.zip(parts));
                    default ->
                        inspect(
                                with(few, LIMITS.characters(), LIMITS.steps()),
                                1 << 28,
                                "pdf",
                                Attachments.pdf("A", "B"));
                };

        assertThat(found.trouble().orElseThrow()).isIn(Trouble.TOO_MUCH, Trouble.HEAP);
        String first = limit.equals("pages") ? "A" : "甲";
        assertThat(found.pieces()).anySatisfy(piece -> assertThat(piece.text()).startsWith(first));
    }

    private static ReadingLimits with(ReadingLimits limits, long characters, long steps) {
        return new ReadingLimits(
                limits.bytes(), 99, limits.unpacked(), limits.ratio(), characters, limits.pages(), steps);
    }

    @Test
    @Promise("Of an element of XML")
    @DisplayName("no element with 100,000 declarations of namespaces is read, in none of the formats")
    void namespaces() {
        assertThat(inspect("docx", Attachments.zip(Map.of("word/document.xml", text(namespaces("p")))))
                        .trouble())
                .contains(Trouble.BROKEN);
        assertThat(inspect(
                                "docx",
                                Attachments.zip(Map.of(
                                        "word/document.xml", "<p/>", "customXml/item1.xml", text(namespaces("p")))))
                        .unread())
                .singleElement()
                .extracting(AttachmentContent.Unread::part)
                .isEqualTo("customXml/item1.xml");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    @Promise("Steps of PDF files")
    @DisplayName("forms that draw each other ten times to a depth are drawn until the steps are used up")
    void forms() {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>endobj\n"
                + "4 0 obj<</Length 5>>stream\n/A Do\nendstream endobj\n");
        for (int i = 5; i < 20; i++) {
            String content = "/A Do ".repeat(10);
            pdf.append(i)
                    .append(" 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A ")
                    .append(i + 1)
                    .append(" 0 R>>>>/Length ")
                    .append(content.length())
                    .append(">>stream\n")
                    .append(content)
                    .append("\nendstream endobj\n");
        }
        pdf.append("20 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>stream\n\nendstream endobj\n");
        byte[] file = pdf.append("trailer<</Root 1 0 R>>\n%%EOF").toString().getBytes(StandardCharsets.US_ASCII);

        assertThat(inspect("pdf", file).trouble()).contains(Trouble.TOO_MUCH);
    }
}
