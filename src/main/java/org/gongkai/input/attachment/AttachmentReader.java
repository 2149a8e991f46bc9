package org.gongkai.input.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.EncryptedDocumentException;
import org.gongkai.input.attachment.AttachmentContent.Finding;
import org.gongkai.input.attachment.OleDirectory.StoredStream;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.attachment.TextPieces.Container;
import org.gongkai.input.attachment.picture.OfficePictures;

/** Reads a file, and the files within it to a depth, all of them within the limits of one file. */
final class AttachmentReader {

    private static final int DEEPEST = 3;

    /** The bytes as texts of one and of two bytes, and again as the streams of a container. */
    private static final long HEAP_PER_BYTE = 4;

    /** Binary parts that hold no document: settings of printers, fonts, pictures, sounds, seals. */
    private static final Pattern KNOWN =
            Pattern.compile("(?i).*/printerSettings/[^/]+\\.bin|.*\\.(odttf|fntdata|ttf|otf|ttc)"
                    + "|.*/(media|Res)/[^/]+\\.(emf|wmf|emz|wmz|bmp|tiff?|wdp|jxr|jb2|gbig2|ico|wav|mp3|m4a|wma|aac|mp4|m4v|mov|wmv|avi)"
                    + "|.*/Signs/.*\\.(dat|esl)");

    /** The first page as a picture. */
    private static final Pattern THUMBNAIL = Pattern.compile("(?i)(docProps|Thumbnails)/thumbnail\\.[a-z]+");

    /** What is said of the outermost file even if it is true of a file within it only. */
    private static final Set<Finding> WHEREVER = EnumSet.of(Finding.MACROS, Finding.GPS);

    private final TextPieces pieces;
    private final Set<Finding> findings = new HashSet<>();
    private int depth;

    AttachmentReader(ReadingLimits limits, long heap) {
        this.pieces = new TextPieces(limits, heap);
    }

    TextPieces pieces() {
        return pieces;
    }

    Set<Finding> findings() {
        return findings;
    }

    /**
     * Reads a file.
     *
     * @param ending its extension in lower case; only distinguishes tables from other texts
     * @throws InvalidPasswordException if a PDF requires a password
     * @throws EncryptedDocumentException if an office file does
     * @throws IOException if the file is damaged
     */
    void read(String ending, byte[] bytes) throws IOException {
        ContentType type = ContentType.of(bytes);
        type(type);
        switch (type) {
            case ZIP -> zip(bytes);
            case OLE -> legacy(bytes);
            case PDF -> found(new PdfFile(bytes, pieces, this::embedded).read());
            case TEXT -> {
                pieces.take(HEAP_PER_BYTE * bytes.length);
                String text = TextFile.decode(bytes).orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
                TextFile.read(text, ending.equals("csv"), pieces);
                if (ContentType.isCoded(text)) {
                    pieces.unread("", "里面的文字可能写成代码，检查不全", "请用办公软件另存为 .docx 或 PDF");
                }
            }
            case PNG, JPEG, GIF, WEBP, HEIC -> found(new PictureMetadataReader(type, bytes, pieces).read());
            case MP4 -> found(FilmPlaces.isIn(bytes) ? Set.of(Finding.GPS) : Set.of());
            default -> {
                // It contains no text.
            }
        }
    }

    private void type(ContentType type) {
        pieces.container(new Container(pieces.container().within(), type));
    }

    private void found(Set<Finding> marks) {
        marks.stream().filter(mark -> depth == 0 || WHEREVER.contains(mark)).forEach(findings::add);
    }

    /** Reads a file within a file. What cannot be read of it is recorded, and the rest is read all the same. */
    private void embedded(String name, byte[] bytes) {
        Container outer = pieces.container();
        if (depth == DEEPEST) {
            pieces.unread(name, "套在 " + DEEPEST + " 层文件里面", "请把它另作附件");
            return;
        }
        String within = outer.within().isEmpty() ? name : outer.within() + "/" + name;
        pieces.container(new Container(within, ContentType.EMPTY));
        depth++;
        try {
            read(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), bytes);
            if (pieces.container().type() == ContentType.UNKNOWN) {
                pieces.unread("", "认不出是什么内容", "请删去它；要给读者的，请另作附件");
            }
        } catch (LimitExceeded e) {
            throw e;
        } catch (InvalidPasswordException | EncryptedDocumentException e) {
            pieces.unread("", "加了密码", "请去掉密码");
        } catch (IOException | RuntimeException e) {
            // Libraries throw all kinds of exceptions for damaged files.
            pieces.unread("", "已损坏，打不开", "请删去它，或重新插入一次");
        } finally {
            depth--;
            pieces.container(outer);
        }
    }

    private void zip(byte[] bytes) throws IOException {
        ZipParts parts = ZipParts.of(bytes, pieces, false);
        type(parts.type());
        OfficeFile office = new OfficeFile(parts, pieces);
        found(office.marks());
        parts.names().forEach(pieces::store);
        office.read(this::part);
        parts.complete();
    }

    private void picture(String name, byte[] bytes) {
        try {
            found(PictureMetadataReader.isPlaced(bytes, pieces) ? Set.of(Finding.GPS) : Set.of());
        } catch (LimitExceeded e) {
            pieces.unread(name, "是太大的图片，拍摄信息检查不到", "请换成小一些的图片");
        }
    }

    private void part(String name, byte[] bytes) {
        if (THUMBNAIL.matcher(name).matches()) {
            pieces.unread(name, "是首页的缩略图，上面的字检查不到", "请在“文件—信息—属性—高级属性”里取消“保存预览图片”再保存");
        } else if (OfficePictures.isPicture(name) && ContentType.of(bytes).isPicture()) {
            picture(name, bytes);
        } else if (KNOWN.matcher(name).matches() && ContentType.of(bytes) == ContentType.UNKNOWN) {
            pieces.part(name);
            TextFile.runs(bytes, pieces, pieces::store);
        } else {
            embedded(name, bytes);
        }
    }

    private void legacy(byte[] bytes) throws IOException {
        pieces.take(HEAP_PER_BYTE * bytes.length);
        TextFile.runs(bytes, pieces, text -> pieces.add(Nature.SHOWN, "", 1, 1, 0, text));
        OleDirectory directory = OleDirectory.of(bytes);
        ContentType type = directory.type();
        type(type);
        found(Set.of(Finding.PICTURES));
        found(directory.hasMacros() ? Set.of(Finding.MACROS) : Set.of());
        if (directory.photographs().anyMatch(photograph -> PictureMetadataReader.isPlaced(photograph, pieces))) {
            found(Set.of(Finding.GPS));
        }
        if (directory.isEncrypted()) {
            throw new EncryptedDocumentException("");
        }
        boolean isUnread = type == ContentType.XLS || type == ContentType.PPT;
        if (type == ContentType.XLS) {
            pieces.unread("", "是旧格式的表格，单元格里的数字检查不到", "请另存为 .xlsx");
        } else if (type == ContentType.PPT) {
            pieces.unread("", "是旧格式的演示文稿，检查不全", "请另存为 .pptx");
        } else {
            directory.unread().forEach(name -> pieces.unread(name, "是旧格式文件里嵌入的对象，检查不到", "请另存为 .docx、.xlsx 或 .pptx"));
        }
        for (StoredStream stream : directory.streams()) {
            if ((isUnread || stream.isKnown())
                    && !ContentType.of(stream.content()).isFile()) {
                // Its parts may lie apart in the file.
                TextFile.runs(stream.content(), pieces, pieces::store);
            } else {
                pieces.take(stream.content().length);
                embedded(stream.path(), stream.content());
                pieces.release(stream.content().length);
            }
        }
    }
}
