package org.gongkai.write.document.word.binary;

import java.util.List;
import org.apache.poi.ddf.EscherOptRecord;
import org.apache.poi.ddf.EscherPropertyTypes;
import org.apache.poi.hwpf.model.PicturesTable;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.util.LittleEndian;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;
import org.gongkai.write.document.word.assemble.BlockAssembler.RunCollector;
import org.gongkai.write.document.word.assemble.FieldStack;
import org.gongkai.write.document.word.assemble.RemarkCollector.UnseenText;
import org.gongkai.write.document.word.assemble.SymbolFonts;

/** Reads the content of a paragraph. Characters below the blank stand for what is no character. */
final class DocRunReader {

    /** Colours of text and of highlights: [MS-DOC] 2.9.119 and, as three bytes, 2.9.43. */
    private static final int BLACK = 1;

    private static final int WHITE = 8;
    private static final int WHITE_24 = 0xFFFFFF;

    private static final char PICTURE = 1;
    private static final char NOTE = 2;
    private static final char COMMENT = 5;
    private static final char DRAWING = 8;
    private static final char LINE = 11;
    private static final char PAGE = 12;
    private static final char COLUMN = 14;
    private static final char FIELD = 19;
    private static final char RESULT = 20;
    private static final char FIELD_END = 21;
    private static final String PICTURE_SHOWN = "\uFFFC";
    private static final char HYPHEN = 30;

    /** Length of what precedes each picture, which states it behind its total length. */
    private static final int PICTURE_HEADER = 68;

    private final DocStory story;
    private final FieldStack fields;
    private final RunCollector runs = new RunCollector();
    private final UnseenText unseen = new UnseenText();
    private boolean markDeleted;

    DocRunReader(DocStory story, FieldStack fields) {
        this.story = story;
        this.fields = fields;
    }

    /** Reads a paragraph and returns its runs. */
    List<Run> read(Paragraph paragraph) {
        story.coverage().read(paragraph);
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            run(paragraph.getCharacterRun(i), i == paragraph.numCharacterRuns() - 1);
        }
        unseen.tell(story.remarks());
        return runs.runs();
    }

    /** Returns true if the mark at the end of the paragraph is deleted, so that the next one continues it. */
    boolean isMarkDeleted() {
        return markDeleted;
    }

    private void run(CharacterRun run, boolean last) {
        String text = run.text();
        if (run.isMarkedDeleted()) {
            markDeleted |= last && text.endsWith("\r");
            unseen.deleted(text.replaceAll("[\\x00-\\x1f]", ""));
            return;
        }
        if (run.isMarkedInserted()) {
            story.remarks().count("修订中插入的文字{n}处，按已接受修订导入", Weight.NOTE);
        }
        if (fields.isShown() && !run.isVanished()) {
            unseen.add(way(run), text.replaceAll("[\\x00-\\x1f]", ""));
        }
        boolean left = run.isVanished() && !story.wants(OptionalContent.HIDDEN_TEXT);
        if (run.isVanished() && !left && fields.isShown()) {
            story.remarks().takenOver("隐藏文字{n}处");
        }
        Style style = style(run);
        if (run.isSymbol() && !left) {
            String font = run.getSymbolFont() == null ? "" : run.getSymbolFont().getMainFontName();
            shown(SymbolFonts.seen(Character.toString(run.getSymbolCharacter()), font, story.remarks()), style);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == FIELD || c == RESULT || c == FIELD_END) {
                field(c);
            } else if (fields.isCode()) {
                fields.code(Character.toString(c));
            } else if (left) {
                unseen.hidden(c >= ' ' && fields.isShown() ? Character.toString(c) : "");
            } else if (c >= ' ') {
                int end = i + 1;
                while (end < text.length() && text.charAt(end) >= ' ') {
                    end++;
                }
                String font = SymbolFonts.is(String.valueOf(run.getFontName())) ? run.getFontName() : "";
                shown(fields.isShown() ? SymbolFonts.seen(text.substring(i, end), font, story.remarks()) : "", style);
                i = end - 1;
            } else {
                special(c, run, style, last && i == text.length() - 1);
            }
        }
    }

    private static String way(CharacterRun run) {
        boolean isWhite = run.getColor() == WHITE || run.getIco24() == WHITE_24;
        boolean isBlack = run.getColor() <= BLACK && run.getIco24() <= 0;
        int background = run.isHighlighted() ? run.getHighlightedColor() : 0;
        return UnseenText.way(
                run.getFontSize(),
                isWhite && background == 0,
                background == WHITE && isWhite || background == BLACK && isBlack);
    }

    private void field(char c) {
        switch (c) {
            case FIELD -> fields.begin("");
            case RESULT -> fields.separate();
            default -> fields.end(story.remarks()).ifPresent(text -> shown(text, Style.PLAIN));
        }
    }

    private void special(char c, CharacterRun run, Style style, boolean end) {
        switch (c) {
            case '\t' -> shown("\t", style);
            case LINE, COLUMN -> shown("\n", style);
            case PAGE -> shown(end ? "" : RunCollector.PAGE_BREAK, style);
            case HYPHEN -> shown("-", style);
            case PICTURE -> picture(run);
            case DRAWING -> drawing(run);
            case NOTE -> note(run);
            case COMMENT -> comment(run);
            default -> {
                // Ends of paragraphs and cells, and marks without characters.
            }
        }
    }

    private void note(CharacterRun run) {
        int index = fields.isShown() ? story.notes().refer(run.getStartOffset()) : -1;
        if (index >= 0) {
            runs.run(new Run.Footnote(index));
        } else if (fields.isShown() && story.isInBody(run)) {
            story.remarks().missing("注释");
        }
    }

    private void comment(CharacterRun run) {
        if (run.isSpecialCharacter()) {
            story.remarks().count("批注{n}处没有导入", Weight.LEFT_OUT);
        }
    }

    private void picture(CharacterRun run) {
        PicturesTable table = story.document().getPicturesTable();
        if (!fields.isShown()) {
            return;
        }
        if (run.isOle2() || !table.hasPicture(run)) {
            if (run.isSpecialCharacter() && run.isOle2()) {
                story.remarks().leftOut("嵌入的对象没有导入，请另存为图片或附件");
            } else if (run.isSpecialCharacter() && !run.isData() && !run.isObj() && !isStored(run.getPicOffset())) {
                story.remarks().missing("图片");
            }
            return;
        }
        Picture picture = table.extractPicture(run, true);
        if (picture.getDxaCropLeft() > 0
                || picture.getDxaCropRight() > 0
                || picture.getDyaCropTop() > 0
                || picture.getDyaCropBottom() > 0) {
            story.remarks().leftOut("图片在 Word 里裁剪过，导入的是没有裁剪的整幅图，裁掉的部分也看得见，请核对");
        }
        picture("p" + run.getPicOffset(), picture.getContent(), String.valueOf(picture.getDescription()));
    }

    /** Whether there is a picture or another shape at a place of the stream for both. */
    private boolean isStored(int offset) {
        byte[] data = story.document().getDataStream();
        return data != null
                && offset >= 0
                && offset <= data.length - PICTURE_HEADER
                && LittleEndian.getUShort(data, offset + Integer.BYTES) == PICTURE_HEADER;
    }

    private void drawing(CharacterRun run) {
        OfficeDrawing drawing = story.document().getOfficeDrawingsMain().getOfficeDrawingAt(run.getStartOffset());
        boolean isStored = drawing != null && drawing.getOfficeArtSpContainer() != null;
        if (!isStored && run.isSpecialCharacter() && story.isInBody(run)) {
            story.remarks().missing("图形或文本框");
        }
        byte[] bytes = isStored ? drawing.getPictureData() : null;
        if (bytes != null) {
            picture("d" + run.getStartOffset(), bytes, "");
        } else if (isStored && !isTextBox(drawing)) {
            story.remarks().count("画的线条、图形{n}个没有导入", Weight.NOTE);
        }
    }

    private static boolean isTextBox(OfficeDrawing drawing) {
        EscherOptRecord options = drawing.getOfficeArtSpContainer().getChildById(EscherOptRecord.RECORD_ID);
        return options != null && options.lookup(EscherPropertyTypes.TEXT__TEXTID) != null;
    }

    private void picture(String key, byte[] bytes, String description) {
        if (bytes == null || bytes.length == 0) {
            // A shape that is no picture; text in it is reported as a text box.
            return;
        }
        String text = description.equals("null") ? "" : description;
        story.pictures().add(key, bytes, text, story.remarks()).ifPresent(picture -> {
            fields.shown(PICTURE_SHOWN);
            runs.run(picture);
        });
    }

    private void shown(String text, Style style) {
        if (!text.isEmpty() && fields.isShown()) {
            fields.shown(text);
            runs.text(text, style, story.remarks().followable(fields.link()));
        }
    }

    private static Style style(CharacterRun run) {
        return new Style(
                run.isBold(),
                run.isItalic(),
                run.getUnderlineCode() != 0,
                run.isStrikeThrough() || run.isDoubleStrikeThrough(),
                run.getSubSuperScriptIndex() == 1,
                run.getSubSuperScriptIndex() == 2);
    }
}
