# frozen_string_literal: true

# Lets Asciidoctor's own patterns see where a word ends in Chinese, which puts no blanks between words. They are changed
# where they stand, so that marks, addresses and e-mails are looked for in running text only and all else is left as it
# is. A pattern that is not as expected stops the start: another version of Asciidoctor must be looked at.
module Asciidoctor
  module Chinese
    # Han, kana, hangul and their full-width letters, digits and marks.
    CJK = '\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffee\u{20000}-\u{3ffff}'
    WORD = "[#{CJK}&&\\p{Word}]"
    # Letters, digits and underscores of scripts that put blanks between words.
    SPACED = "[\\p{Word}&&[^#{CJK}]]"
    # What ends a sentence or a part of one; no address goes on behind it.
    STOP = '，。；：！？、…—'
    ENDS = (STOP + '）》】」』').chars
    SEPARATOR = /[#{STOP}]/
    PAIRS = { '“' => '”', '‘' => '’', '（' => '）', '《' => '》', '〈' => '〉', '【' => '】', '「' => '」', '『' => '』' }
    QUOTES = PAIRS.to_a.join

    WORD_BEFORE = /#{WORD}\z/
    WORD_AFTER = /\A#{WORD}/
    # A name of a file goes on behind the mark: 名单_新_旧.xlsx.
    REST_OF_NAME = %r{\A[\p{Word}\-（）/]*\.[A-Za-z][A-Za-z0-9]{1,4}(?![A-Za-z0-9])}
    LATIN = /\A[A-Za-z0-9.\-]+\z/
    CURVED = /["']`|`["']/
    # Asterisks behind surnames and before extensions hide the rest of names: 张*三、李*四, *.doc和*.xls.
    MASKED = /(?:\A|[^\p{Word}])[#{Java::OrgGongkaiText::NameList::SURNAMES}]\z/
    EXTENSION = /\A\.[A-Za-z0-9*]/

    def self.change pattern, changes
      source = changes.reduce pattern.source do |changed, (from, to)|
        raise "no #{from} in #{changed}" unless changed.include? from
        changed.gsub(from) { to }
      end
      Regexp.new source, pattern.options
    end

    def self.redefine name, changes
      changed = change(Asciidoctor.const_get(name), changes)
      Asciidoctor.send :remove_const, name
      Asciidoctor.const_set name, changed
    end

    # Of marks that touch a Chinese character some are part of code or of a name.
    def convert_quoted_text match, type, scope
      return super if match[0].start_with? Substitutors::RS
      before, text = scope == :constrained ? [match.pre_match + match[1], match[3]] : [match.pre_match, match[2]]
      return match[0] if Chinese.hides? type, before, text, match.post_match
      scope == :constrained && (Chinese.stays? match, type) ? match[0] : super
    end

    # Signs of ranges, powers and names that are left unsaid are no marks.
    def self.hides? type, before, text, after
      case type
      when :strong
        text.start_with?(*ENDS) || ((MASKED.match? before) && (MASKED.match? text)) ||
          ((EXTENSION.match? text) && (EXTENSION.match? after))
      when :subscript, :superscript
        (SEPARATOR.match? text) ||
          ((/\A\d/.match? text) && (/\A\d/.match? after) && ((/\d\z/.match? before) || (/\p{Han}/.match? text)))
      end
    end

    def self.stays? match, type
      after = match.post_match
      return false unless (WORD_AFTER.match? after) || (WORD_BEFORE.match? match[1])
      return true if type == :emphasis && ((REST_OF_NAME.match? after) || (joins? match, after))
      # An escaped pair of marks is no single one.
      return true if match[3].start_with? match[0][-1]
      before = match.pre_match
      return false unless type == :strong || type == :emphasis || type == :mark
      code = before.rindex '<code'
      (code && code > (before.rindex('</code>') || -1)) ||
        ((after.include? '`') && before.gsub(CURVED, '').count('`').odd?)
    end

    # Titles are joined so: 源码分析_lisi_博客.
    def self.joins? match, after
      (LATIN.match? match[3]) && (WORD_BEFORE.match? match[1]) && (WORD_AFTER.match? after)
    end

    QUOTE_SUBS[false].map! do |type, scope, pattern|
      next [type, scope, pattern] if scope == :unconstrained
      opening = pattern.source[/\[\^[^\]]*\]/]
      closing = pattern.source[/\(\?!.*\)\z/]
      changes = { "(^|#{opening})" => "(^|[#{opening}#{CJK}])", closing => closing.sub('\p{Word}') { SPACED } }
      [type, scope, change(pattern, changes)]
    end

    Substitutors.prepend self

    # Behind these a Chinese character belongs to an address; behind a letter of a name it is the next word.
    GOES_ON = "(?<=[/=#?&\\-%+]|&amp;|#{WORD}|#{WORD}\\.)#{WORD}"
    OTHER_WORD = "[\\p{Word}&&[^\\x00-\\x7f#{CJK}]]"
    # www.例子.测试, 例子.测试/ behind a label in Latin letters.
    CHINESE_HOST = "(?:[A-Za-z0-9\\-]{1,63}\\.){1,8}#{WORD}{1,63}(?=\\.#{WORD}|/)"

    # Not the first part of an emoji: 1️⃣.
    NO_KEYCAP = '(?!\ufe0f?\u20e3)'
    # Not a sign that stands as its number or name.
    NO_SIGN = '(?!&(?:#\d{4,5}|lt|gt);)'

    # No address goes on over the next one, or over another macro.
    MACROS = '(?:https?|ftp|irc|file|link|mailto|xref|image|icon|footnote|footnoteref|anchor|indexterm2?|pass|stem|kbd|btn|menu):'
    NO_MACRO = "(?!(?<![A-Za-z0-9/=#?&%.\\-])#{MACROS})"
    INSIDE = PAIRS.map {|open, close| "#{open}[^\\s\\[\\]#{STOP}#{QUOTES}]*#{close}" }.join '|'
    PLAIN_ADDRESS = "(?:#{NO_MACRO}(?:[!-~&&[^\\[\\]]]|#{OTHER_WORD}))"
    # Where a Chinese part of an address may begin.
    PART = "(?<=[/=#?&%+_(\\-]|&amp;)(?=#{WORD}|[#{PAIRS.keys.join}])"

    # A typed link that goes on over the end of its address, or over another macro.
    OVER = "(?:(?:https?|ftp|irc|file)://[!-~]*(?<=[\\w/)])(?:[#{ENDS.join}]|\\p{So})|[^\\s\\[]*?(?<![A-Za-z0-9/=#?&%.\\-])#{MACROS})"
    MAIL = "[^\\s\\[@#{STOP}]*@(?:[!-~&&[^\\[\\]]]|#{OTHER_WORD}|(?<=@)#{WORD}|#{GOES_ON})+"

    # With a text in brackets, an address holds marks of a sentence only if they are surely part of it, and no macro.
    addresses = [
      "(?<=link:http://|link:https://|link:ftp://|link:irc://|link:file://)(?![!-~]*(?<=[\\w/)])(?:[#{ENDS.join}]|\\p{So}))(?:#{NO_MACRO}[^\\s\\[\\]])+",
      "#{PLAIN_ADDRESS}*#{PART}(?:#{NO_MACRO}(?:[!-~&&[^\\[\\]]]|\\p{Word}|[：、…—·#{QUOTES}])){1,300}\\.[A-Za-z0-9]{2,5}(?=\\[)",
      "#{PLAIN_ADDRESS}*#{PART}(?:#{NO_MACRO}(?:[!-~&&[^\\[\\]]]|\\p{Word}|#{INSIDE}))+",
      "#{PLAIN_ADDRESS}+",
    ]
    redefine :InlineLinkRx,
      '(^|' => "(^|[#{CJK}#{STOP}#{QUOTES}·](?=https?://)(?![^<>]*>)|",
      '(?:([^\s\[\]]+)\[' => "(?:(#{addresses.join '|'})\\[",
      '([^\s\[\]<]*([^\s,.?!\[\]<\)]))' =>
        "((?:#{CHINESE_HOST})?(?:#{NO_SIGN}#{NO_MACRO}[!-~&&[^\\[\\]<\"]]#{NO_KEYCAP}|#{OTHER_WORD}|#{GOES_ON})*" \
        "(#{NO_SIGN}#{NO_MACRO}[!-~&&[^,.?!\\[\\]<\\)\"]]#{NO_KEYCAP}|#{OTHER_WORD}|#{GOES_ON}))"

    # What a link is to is an address, not the words behind it.
    redefine :InlineLinkMacroRx,
      '(?:link|(mailto)):(' => "(?:link(?!:#{OVER})|(mailto)(?=:\\[|:#{MAIL}\\[)):("

    redefine :InlineEmailRx,
      '\p{Word}(?:' => "#{SPACED}(?:",
      '[\p{Word}\-.%+]' => "[#{SPACED}\\-.%+]",
      '\p{Alnum}[\p{Alnum}_\-.]*' => "[\\p{Alnum}&&[^#{CJK}]][[\\p{Alnum}&&[^#{CJK}]]_\\-.]*",
      # An address in a tag is that of a link, or a text that is no link.
      '{2,5}\b' => "{2,5}(?!#{SPACED})(?![^<>]{0,2000}>)"
  end
end
