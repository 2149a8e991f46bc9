# frozen_string_literal: true

require 'asciidoctor/converter/html5'

# Shows signs that Asciidoctor takes for marks although no mark can be meant, and names typed words that it does not show.
module Asciidoctor
  module Hidden
    SPACED = Chinese::SPACED
    RS = Substitutors::RS
    CODE = /(?<![#{SPACED};:"'`}\\])`(\S|\S.*?\S)`(?![#{SPACED}"'`+])/m
    INNER = /\A#{SPACED}.#{SPACED}\z/
    SIGNS = /([*_#+^~$])\1*|\(\(+/
    # An attribute list without a name of a role or an id: [注], [1].
    WORDS = /\A(?:\d+|[^.#%"'=]*\p{Han}[^.#%"'=]*)\z/
    HAN = /\p{Han}/
    # What is no name of a style.
    OWN = /\p{Han}|\A\d+\z/
    # Attributes of blocks whose values are shown, lead somewhere, or are names.
    SHOWN = %w[title caption alt attribution citetitle link poster background subs id role reftext]
    QUOTES = %w[quote verse]
    # A line that goes on with a text: no title, no list of attributes.
    PROSE = /\A(?![\[:\/=+|]|\.[^ .]).*[\p{Han}，。；：！？、…—）》】」』”]\z/
    # An address with words in square brackets, which is no list of attributes.
    ADDRESSED = /\A\[[^\[="]*:[^="]*\p{Han}/
    PLAIN = /\A[\p{Word}\s]+\z/
    # Asterisks that hide digits or multiply, and lines to write on.
    RUNS = /(?<=\d)\*{2,}(?=\d)|(?<=\d)\*{4,}|\*{4,}(?=\d)|(?<![!-~&&[^(]])_{4,}(?![!-~&&[^)]])/

    # In code, a sign without a partner in the same code opens nothing.
    def extract_passthroughs text
      first = @passthroughs.size
      signs = (text.include? '`') ? (text.gsub(CODE) { lone_signs $& }) : text
      signs = signs.gsub(RUNS) { lone $& } if (signs.include? '**') || (signs.include? '____')
      shown = super signs
      (first...@passthroughs.size).each do |key|
        pass = @passthroughs[key]
        next if pass[:lone] || !(PLAIN.match? pass[:text]) || (shown.include? %(`#{slot key}`))
        typed = %(+#{pass[:text]}+)
        logger.warn %(pluses not shown: #{typed}) if text.include? typed
      end
      shown
    end

    def convert_quoted_text match, type, scope
      before, list, text = scope == :constrained ? [match[1], match[2], match[3]] : ['', match[1], match[2]]
      return super if list.nil? || (match[0].start_with? RS) || !(WORDS.match? list)
      %(#{before}[#{list}]#{Inline.new(self, :quoted, text, type: type).convert})
    end

    def parse_attributes attrlist, posattrs = [], opts = {}
      super.tap do |found|
        tell_words found, ['width', 'height', 4, 5] if posattrs[1] == 'width'
        tell_words found, ['size', 2, 3, 4] if posattrs == ['size']
      end
    end

    # In Chinese, [[附件]] is a name only where a text begins or something leads to it.
    def sub_macros text
      return super unless (text.include? '[[') || (text.include? 'anchor:')
      text.to_enum(:scan, InlineAnchorRx).each do
        found, beside = $~, [$`, $']
        words = (/\S/.match? beside[0]) || !(/\S/.match? beside[1]) ? %(#{found[2]}#{found[3]}#{found[4]}#{found[5]}) : %(#{found[3]}#{found[5]})
        next if found[1] || !(HAN.match? words) || (@context == :list_item && @parent.style == 'bibliography')
        logger.warn %(anchor not shown: #{found}) unless @document.led_to?(found[2] || found[4], found[3] || found[5])
      end
      super
    end

    private

    def extract_attributes_from_text text, *rest
      super.tap {|_, found| tell_words found, [2, 3, 4, 5] if text.include? '=' }
    end

    def lone_signs code
      return code if code.match?(/&lt;&lt;|<<|xref:/)
      runs = code.scan(SIGNS).map {|sign,| sign || '(' }.tally
      code.gsub SIGNS do
        sign = $&
        next sign if runs[$1 || '('] > 1 || (sign.length == 1 && (INNER.match? code[($~.begin 0) - 1, 3]))
        lone sign
      end
    end

    def lone sign
      @passthroughs[key = @passthroughs.size] = { text: sign, subs: [], lone: true }
      slot key
    end

    def slot key
      %(#{Substitutors::PASS_START}#{key}#{Substitutors::PASS_END})
    end

    # Names the words of an attribute list that no element shows: 甲, 乙=丙.
    def tell_words attributes, unshown
      words = attributes.map do |key, value|
        next value.to_s if unshown.include? key
        String === key && (HAN.match? key) ? %(#{key}=#{value}) : ''
      end
      words.select! {|word| HAN.match? word }
      logger.warn %(words not shown: #{words.join ', '}) unless words.empty?
    end

    Substitutors.prepend self

    # The signs of C++ open nothing.
    Chinese.redefine :InlinePassMacroRx, '(\+\+\+?|\$\$)' => "(\\+\\+\\+?|\\$\\$)(?!(?<=[A-Za-z0-9]\\+\\+)[\\s#{Chinese::CJK}])"
    InlinePassRx[false][2] = Chinese.change InlinePassRx[false][2],
      '[^\p{Word};:\\\\]' => '(?:(?<![A-Za-z0-9])\+|[^\p{Word};:\\\\+])'

    module Lines
      def parse_block_metadata_line reader, document, attributes, options = {}
        line = reader.peek_line
        title = attributes['title']
        before = attributes.dup
        parsed = super
        document.untaken_titles[attributes['title']] = line unless attributes['title'].equal? title
        return parsed unless parsed
        if line.start_with? '['
          changed = attributes.reject {|key, value| before[key] == value }
          if (ADDRESSED.match? line) || changed.any? {|key, value| own? attributes, key, value } || (apart? reader, document, changed)
            warn_of line
          end
        elsif line =~ /\A:([^:!]*\p{Han}[^:!]*):(?!\S)/ && !(document.source =~ /\{#{Regexp.escape $1}\}|::#{Regexp.escape $1}\[/)
          document.logger.warn %(attribute not shown: #{line})
        end
        parsed
      end

      def own? attributes, key, value
        return OWN.match? value.to_s if key == 1
        return (HAN.match? key) || (!(SHOWN.include? key) && String === value && (HAN.match? value)) if String === key
        Integer === key && (HAN.match? value.to_s) && !((QUOTES.include? attributes['style'] || attributes[1]) && key < 4)
      end

      # Whether names in Chinese belong to no block and nothing leads to them.
      def apart? reader, document, changed
        named = changed.slice('id', 'role', 'reftext').select {|_, name| HAN.match? name.to_s }
        return if named.empty? || (document.led_to? changed['id'], changed['reftext'])
        rest = reader.instance_variable_get :@lines
        typed = reader.file || document.nested? ? [] : document.reader.source_lines
        (named.key? 'reftext') || (rest[-2] || '').empty? || (reader.lineno > 1 && (PROSE.match? typed[reader.lineno - 2] || ''))
      end

      def warn_of line
        logger.warn %(#{(line.start_with? '[[') ? 'anchor' : 'style'} not shown: #{line})
      end

      # Lists of attributes behind the last term of a list are left out.
      def read_lines_for_list_item reader, list_type, *rest
        last = (list_type == :dlist ? reader.instance_variable_get(:@lines) : []).take_while {|line| line.empty? || BlockAttributeLineRx.match?(line) }
        super.tap do |lines|
          next if reader.has_more_lines?
          (last - lines).each {|line| warn_of line if HAN.match? line }
        end
      end

      # What stands behind the fence of a block of code names its language.
      def is_delimited_block? line, match = nil
        super.tap {|found| logger.warn %(fence not shown: #{line}) if found && match && (line.start_with? '```') && (HAN.match? line) }
      end

      def parse_document_header reader, document, *rest
        lines = reader.lines
        super.tap do
          title = document.has_header? && ([*lines, nil].each_cons(2).find_index {|pair| is_section_title?(*pair) })
          next unless title
          after = title + ((atx_section_title? lines[title]) ? 1 : 2)
          more = lines[after, 2].take_while {|line| !(line.empty? || (line.start_with? ':', '/')) }
          [lines[title], *more].each {|line| document.logger.warn %(header not shown: #{line}) }
        end
      end
    end

    Parser.singleton_class.prepend Lines

    # A title above nothing, above another title or above a rule is not shown.
    module Unshown
      def untaken_titles
        @untaken_titles ||= {}.compare_by_identity
      end

      # Whether a reference in the text names one of these.
      def led_to? *names
        return parent_document.led_to?(*names) if nested?
        @led_to ||= source.scan(/(?:<<|xref:|(?<!\[)#)([^>\[\],#]*)/).flatten.to_set
        names.any? {|name| @led_to.include? name }
      end

      def restore_attributes
        untaken_titles.each_value {|line| logger.warn %(title not shown: #{line}) }
        untaken_titles.clear
        super
      end
    end

    UNTITLED = %i[thematic_break page_break pass]

    module Title
      def title= title
        @document.untaken_titles.delete title unless UNTITLED.include? @context
        super
      end
    end

    module IndexTerms
      def convert_inline_indexterm node
        terms = node.type == :visible ? '' : [*(node.attr 'terms')].join(', ')
        node.logger.warn %(index term not shown: #{terms}) if HAN.match? terms
        super
      end
    end

    Converter::Html5Converter.prepend IndexTerms
    Document.prepend Unshown
    AbstractBlock.prepend Title
  end
end
