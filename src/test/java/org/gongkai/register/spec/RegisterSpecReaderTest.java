package org.gongkai.register.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.problem.Problem;
import org.junit.jupiter.api.Test;

class RegisterSpecReaderTest {

    @Test
    void findsNoMistakesInTheBuiltInDefinitions() {
        YamlReader yaml = new YamlReader();
        List<Problem> problems = new ArrayList<>();

        List<RegisterSpec> specs =
                new RegisterSpecReader(yaml, Kinds.builtIn(yaml), 30, problems::add).read(Optional.empty());

        assertThat(problems).isEmpty();
        assertThat(specs).extracting(RegisterSpec::name).contains("三会一课", "主题党日");
    }
}
