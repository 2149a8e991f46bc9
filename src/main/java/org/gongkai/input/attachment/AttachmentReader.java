package org.gongkai.input.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.EncryptedDocumentException;
import org.gongkai.input.attachment.AttachmentContent.Finding;
import org.gongkai.input.attachment.AttachmentContent.Trouble;
import org.gongkai.input.attachment.ReadingLimits.Limit;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.attachment.TextPieces.Container;
import org.gongkai.input.attachment.XmlElement.DeclaredType;
import org.gongkai.input.attachment.picture.OfficePictures;
import org.gongkai.io.TextResource;

/** Reads a file, and the files within it to a depth, all of them within the limits of one file. */
final class AttachmentReader {

    private static final int DEEPEST = 3;

    /** The bytes as texts of one and of two bytes, and again as the streams of a container. */
    private static final long HEAP_PER_BYTE = 4;

    /** What parts are by their names. */
    private static final Map<String, Pattern> NAMES =
            TextResource.map(AttachmentReader.class, "part-names.txt").entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, it -> Pattern.compile("(?i)" + it.getValue())));

    private final TextPieces pieces;

    AttachmentReader(ReadingLimits limits, long heap) {
        this.pieces = new TextPieces(limits, heap);
    }

    /** @param ending its extension in lower case; only distinguishes tables from other texts */
    AttachmentContent inspect(String ending, byte[] bytes) {
        return pieces.content(read(ending, bytes));
    }

    /** Reads a file; returns why it could not be read completely, if so. */
    private Optional<Trouble> read(String ending, byte[] bytes) {
        try {
            open(ending, bytes);
            return Optional.empty();
        } catch (InvalidPasswordException | EncryptedDocumentException e) {
            return Optional.of(Trouble.ENCRYPTED);
        } catch (LimitExceeded e) {
            return Optional.of(e.limit() == Limit.HEAP ? Trouble.HEAP : Trouble.TOO_MUCH);
        } catch (DeclaredType e) {
            return Optional.of(Trouble.DECLARED);
        } catch (StackOverflowError e) {
            return Optional.of(Trouble.TOO_MUCH);
        } catch (IOException | RuntimeException e) {
            // Libraries throw all kinds of exceptions for damaged files.
            return Optional.of(Trouble.BROKEN);
        }
    }

    private void open(String ending, byte[] bytes) throws IOException {
        ContentType type = ContentType.of(bytes);
        type(type);
        switch (type) {
            case ZIP -> zip(bytes);
            case OLE -> legacy(bytes);
            case PDF -> new PdfFile(bytes, pieces, this::embedded).read();
            case TEXT -> {
                pieces.take(HEAP_PER_BYTE * bytes.length);
                String text = TextFile.decode(bytes).orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
                TextFile.read(text, ending.equals("csv"), pieces);
                if (ContentType.isCoded(text)) {
                    pieces.unread("", "里面的文字可能写成代码，检查不全", "请用办公软件另存为 .docx 或 PDF");
                }
            }
            case PNG, JPEG, GIF, WEBP, HEIC -> new PictureMetadataReader(type, bytes, pieces).read();
            case MP4 -> pieces.found(Finding.GPS, FilmPlaces.isIn(bytes));
            default -> {
                // It contains no text.
            }
        }
    }

    private void type(ContentType type) {
        Container now = pieces.container();
        pieces.container(new Container(now.within(), type, now.depth()));
    }

    /** Reads a file within a file. What cannot be read of it is recorded, and the rest is read all the same. */
    private void embedded(String name, byte[] bytes) {
        Container outer = pieces.container();
        if (outer.depth() == DEEPEST) {
            pieces.unread(name, "套在 " + DEEPEST + " 层文件里面", "请把它另作附件");
            return;
        }
        pieces.container(new Container(outer.path(name), ContentType.EMPTY, outer.depth() + 1));
        Optional<Trouble> trouble =
                read(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), bytes);
        if (trouble.isPresent() || pieces.container().type() == ContentType.UNKNOWN) {
            String why = trouble.isPresent() ? "打不开，或者没有检查完" : "认不出是什么内容";
            pieces.unread("", why, "请删去它；要给读者的，请另作附件");
        }
        pieces.container(outer);
    }

    private void zip(byte[] bytes) throws IOException {
        ZipParts parts = new ZipParts(bytes, pieces, false);
        type(ContentType.of(parts.names(), ContentType.ZIP));
        parts.names().forEach(this::name);
        new OfficeFile(parts, pieces).read((name, part) -> part(name, part, "binary"));
        parts.complete();
    }

    private void legacy(byte[] bytes) throws IOException {
        pieces.take(HEAP_PER_BYTE * bytes.length);
        TextFile.runs(bytes, pieces, text -> pieces.add(Nature.SHOWN, "", 1, 1, 0, text));
        OleDirectory directory = OleDirectory.of(bytes);
        type(directory.type());
        pieces.found(Finding.PICTURES, true);
        pieces.found(Finding.GPS, PictureMetadataReader.isPlacedWithin(bytes, pieces));
        if (directory.isEncrypted()) {
            throw new EncryptedDocumentException("");
        }
        directory.streams().forEach(stream -> name(stream.path()));
        switch (directory.type()) {
            case XLS -> pieces.unread("", "是旧格式的表格，单元格里的数字检查不到", "请另存为 .xlsx");
            case PPT -> pieces.unread("", "是旧格式的演示文稿，检查不全", "请另存为 .pptx");
            default -> directory.streams().forEach(stream -> part(stream.path(), stream.content(), "stream"));
        }
    }

    private void name(String name) {
        pieces.store(name);
        pieces.found(Finding.MACROS, is("macro", name));
        pieces.found(Finding.PICTURES, is("picture", name));
    }

    private static boolean is(String kind, String name) {
        return NAMES.get(kind).matcher(name).matches();
    }

    /** @param known which binary parts programs write; what they hold is searched for texts */
    private void part(String name, byte[] bytes, String known) {
        if (is("thumbnail", name)) {
            pieces.unread(name, "是首页的缩略图，上面的字检查不到", "请在“文件—信息—属性—高级属性”里取消“保存预览图片”再保存");
        } else if (OfficePictures.isPicture(name) && ContentType.of(bytes).isPicture()) {
            pieces.found(Finding.GPS, PictureMetadataReader.isPlaced(bytes, pieces));
        } else if (is(known, name) && ContentType.of(bytes) == ContentType.UNKNOWN) {
            pieces.part(name);
            TextFile.runs(bytes, pieces, pieces::store);
            pieces.found(Finding.GPS, PictureMetadataReader.isPlacedWithin(bytes, pieces));
        } else {
            embedded(name, bytes);
        }
    }
}
