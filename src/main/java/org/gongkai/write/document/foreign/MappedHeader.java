package org.gongkai.write.document.foreign;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.text.DateText;
import org.gongkai.write.document.Remark;

/**
 * The header of a document by our fields.
 *
 * @param texts texts by field; dates as 2024-03-05
 * @param lists lists by field: 栏目, 标签, 旧址
 * @param remarks what has no field of ours
 */
public record MappedHeader(Map<String, String> texts, Map<String, List<String>> lists, List<Remark> remarks) {

    /** A date with a time and an offset. */
    private static final Pattern ZONED = Pattern.compile(
            "(.*\\d:\\d{2}(?:\\.\\d+)?)\\s*(Z|UTC|GMT|[+-]\\d{1,2}(?::?\\d{2})?)", Pattern.CASE_INSENSITIVE);

    /** Our fields, each with what other generators call it. */
    private static final Map<String, String> FIELDS = Stream.of(
                    "标题 title",
                    "摘要 description summary excerpt",
                    "责任人 author",
                    "发布机构 publisher",
                    "发布日期 date publishdate pubdate created",
                    "修订日期 updated lastmod modified last_modified_at",
                    "失效日期 expirydate unpublishdate",
                    "栏目 categories category",
                    "标签 tags tag keywords",
                    "旧址 permalink url alias aliases redirect_from")
            .map(names -> names.split(" "))
            .flatMap(names -> Arrays.stream(names).skip(1).map(name -> Map.entry(name, names[0])))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final List<String> LISTS = List.of("栏目", "标签", "旧址");

    /** Fields of ours that may be taken over as they are: on the others a person must decide. */
    private static final List<String> OWN = List.of("文种", "年度", "索引号", "发文字号", "公开范围", "公开时限", "目录项", "发布机构", "有效性");

    /**
     * Maps a header.
     *
     * @param header texts, lists and maps by name
     * @param named the date in the name of the file, if the document can have one there
     * @param zone the time zone of days
     */
    public static MappedHeader of(Map<String, Object> header, Optional<LocalDate> named, ZoneId zone) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        List<Remark> remarks = new ArrayList<>();
        flat(header).forEach((name, value) -> {
            String key = name.strip().toLowerCase(Locale.ROOT);
            String own = CommonField.named(key).map(CommonField::label).orElse("");
            String field = FIELDS.getOrDefault(key, own);
            if (key.equals("published") && day(text(value), zone).isPresent()) {
                date(name, "发布日期", text(value), zone, texts, remarks);
            } else if (key.equals("draft") || key.equals("published")) {
                boolean draft = key.equals("draft") == "true".equals(text(value));
                note(
                        remarks,
                        "原来的 " + name + ": " + text(value) + "：" + (draft ? "原来是草稿" : "原来已经发布") + "；导入以后都是草稿，审批以后再发布");
            } else if (field.endsWith("日期")) {
                date(name, field, text(value), zone, texts, remarks);
            } else if (FIELDS.containsKey(key) && LISTS.contains(field)) {
                list(name, field, field.equals("旧址") ? items(value) : separated(value), lists, remarks);
            } else if ((FIELDS.containsKey(key) || OWN.contains(own) && !(value instanceof Map))
                    && !text(value).isBlank()) {
                texts.putIfAbsent(field, oneLine(text(value)));
            } else if (!text(value).isBlank()) {
                leftOut(remarks, name + ": " + shortened(text(value)) + " 没有对应的字段，没有导入");
            }
        });
        publishedAsNamed(texts, named, remarks);
        revisedOnlyIfLater(texts);
        return new MappedHeader(texts, lists, remarks);
    }

    /** A header with the members of its dates as fields. */
    private static Map<String, Object> flat(Map<String, Object> header) {
        Map<String, Object> flat = new LinkedHashMap<>(header);
        for (String name : List.of("date", "last_update")) {
            if (header.get(name) instanceof Map<?, ?> members) {
                flat.remove(name);
                members.forEach((member, value) -> flat.putIfAbsent(
                        name.equals("date") || !member.equals("date") ? String.valueOf(member) : "updated", value));
            }
        }
        return flat;
    }

    private static void publishedAsNamed(Map<String, String> texts, Optional<LocalDate> named, List<Remark> remarks) {
        if (texts.containsKey("发布日期")) {
            return;
        }
        if (named.isPresent()) {
            texts.put("发布日期", named.get().toString());
            remarks.add(new Remark("", "发布日期 " + named.get() + " 取自文件名", Remark.Weight.NOTE));
        } else if (texts.containsKey("修订日期")) {
            texts.put("发布日期", texts.get("修订日期"));
            remarks.add(new Remark("", "原文没有写发布日期，用了修订日期 " + texts.get("修订日期") + "，请核对", Remark.Weight.NOTE));
        }
    }

    private static void revisedOnlyIfLater(Map<String, String> texts) {
        String published = texts.getOrDefault("发布日期", "");
        if (texts.getOrDefault("修订日期", "9").compareTo(published) <= 0 || published.isEmpty()) {
            texts.remove("修订日期");
        }
    }

    private static void date(
            String name, String field, String value, ZoneId zone, Map<String, String> texts, List<Remark> remarks) {
        Optional<LocalDate> day = day(value, zone);
        if (day.isEmpty()) {
            leftOut(remarks, name + ": " + shortened(value) + " 不是有效日期，没有导入");
        } else if (name.equalsIgnoreCase("publishdate")) {
            texts.put(field, day.get().toString());
        } else {
            texts.putIfAbsent(field, day.get().toString());
        }
    }

    /** The day of a date with an optional time and offset. */
    static Optional<LocalDate> day(String typed, ZoneId zone) {
        Matcher zoned = ZONED.matcher(typed.strip());
        if (!zoned.matches()) {
            return DateText.day(typed);
        }
        String offset = zoned.group(2).replaceFirst("(?i)UTC|GMT", "Z");
        try {
            return DateText.parse(zoned.group(1)).map(time -> time.atOffset(ZoneOffset.of(offset))
                    .atZoneSameInstant(zone)
                    .toLocalDate());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void list(
            String name, String field, List<String> items, Map<String, List<String>> lists, List<Remark> remarks) {
        for (String item : items) {
            String value = field.equals("旧址") ? address(item) : oneLine(item);
            if (value.isEmpty()) {
                leftOut(remarks, name + ": " + shortened(item) + " 不能用作旧址，没有导入");
                continue;
            }
            List<String> found = lists.computeIfAbsent(field, key -> new ArrayList<>());
            if (!found.contains(value)) {
                found.add(value);
            }
        }
    }

    /** A former address relative to the root of the site; empty if it is none. */
    private static String address(String typed) {
        String path = typed.strip()
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("[?#].*$", "")
                .replaceFirst("^/+", "");
        if (path.isEmpty() || path.contains(":") || path.contains("//") || path.contains("..")) {
            return "";
        }
        StringBuilder ascii = new StringBuilder();
        path.codePoints().forEach(point -> {
            String c = Character.toString(point);
            ascii.append(
                    c.matches("[A-Za-z0-9._~%/-]")
                            ? c
                            : URLEncoder.encode(c, StandardCharsets.UTF_8).replace("+", "%20"));
        });
        return ascii.toString();
    }

    private static List<String> items(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().flatMap(item -> items(item).stream()).toList();
        }
        String text = text(value).strip();
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** Texts, of which one may name several with commas between them. */
    private static List<String> separated(Object value) {
        return value instanceof Collection
                ? items(value)
                : Arrays.stream(text(value).split("[,，、;；]"))
                        .flatMap(item -> items(item).stream())
                        .toList();
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(MappedHeader::text).collect(Collectors.joining("、"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(field -> field.getKey() + "=" + text(field.getValue()))
                    .collect(Collectors.joining("、"));
        }
        return value == null ? "" : String.valueOf(value);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String shortened(String text) {
        String line = oneLine(text);
        return line.length() > 40 ? line.substring(0, 40) + "……" : line;
    }

    private static void note(List<Remark> remarks, String text) {
        remarks.add(new Remark("文件头", text, Remark.Weight.NOTE));
    }

    private static void leftOut(List<Remark> remarks, String text) {
        remarks.add(new Remark("文件头", text, Remark.Weight.LEFT_OUT));
    }
}
