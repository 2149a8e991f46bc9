package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.KindsReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manual's reference of headers names all that may stand in one. Its examples are tested with the other examples. */
class ManualReferenceTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\S+) ((?:`[a-z-]+` )+)\\| [^|]+ \\| [^|：]+：[^|]+ \\|$");

    private String page;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("src/manual/content/查写法/02-文件头写法大全.md"));
    }

    @Test
    void everyCommonFieldUnderAllItsNames() {
        List<String> names = new ArrayList<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            names.add(row.group(1));
            names.addAll(Arrays.asList(row.group(2).replace("`", "").split(" ")));
        }
        assertThat(names).containsExactlyInAnyOrderElementsOf(CommonField.allNames());
    }

    @Test
    void everyTypeOfFieldWithAnExample() {
        for (FieldType type : FieldType.values()) {
            String label = type.words().get(0);
            String name = type.words().get(1);
            assertThat(page).containsPattern(label + "（" + name + "）[^#]*```yaml 文件头");
        }
    }

    @Test
    void everyWordThatAFieldAllows() {
        assertThat(page).contains(SiteConfig.SCOPES).contains(PublicationReader.STATUSES);
        for (int i = 0; i < EntryReader.MEETING_FIELDS.size(); i += 2) {
            assertThat(page).contains(EntryReader.MEETING_FIELDS.get(i) + " " + EntryReader.MEETING_FIELDS.get(i + 1));
        }
    }

    @Test
    void everyChoiceWithItsAliases() {
        Stream<FieldSpec> fields = Kinds.builtIn(new YamlReader()).all().stream()
                .flatMap(kind -> kind.fields().stream())
                .flatMap(field -> Stream.concat(Stream.of(field), field.columns().stream()));
        List<Choice> choices = Stream.of(
                        fields.flatMap(field -> field.choices().stream()),
                        PublicationReader.VALIDITIES.stream(),
                        PublicationReader.TERMS.stream())
                .flatMap(found -> found)
                .distinct()
                .toList();

        assertThat(choices).hasSizeGreaterThan(15).allSatisfy(choice -> assertThat(page)
                .contains("\n| " + choice.name() + " | "
                        + (choice.aliases().isEmpty() ? "—" : String.join("、", choice.aliases())) + " |\n"));
    }

    @Test
    void everythingThatASiteMaySayOfAKind() throws IOException {
        String overview = Files.readString(Path.of("src/manual/content/查写法/09-文种一览.md"));
        Matcher row = Pattern.compile("(?m)^\\| (\\S+) `([a-z-]+)` \\|").matcher(overview);
        List<String> names = new ArrayList<>();
        while (row.find()) {
            names.add(row.group(1));
            names.add(row.group(2));
        }
        assertThat(names).containsExactlyInAnyOrderElementsOf(KindsReader.NAMES);
    }
}
