# frozen_string_literal: true

require 'asciidoctor/converter/html5'

# Shows formulas as they were typed: to set them takes a program in the reader's browser.
module Asciidoctor
  module FormulasAsTyped
    def convert_stem node
      tell node.content
      convert_literal node
    end

    def convert_inline_quoted node
      return super unless node.type == :asciimath || node.type == :latexmath
      tell node.text
      role = %( class="#{node.role}") if node.role
      id = %( id="#{node.id}") if node.id
      %(<code#{id}#{role}>#{node.text}</code>)
    end

    private

    # Handed on as it stands in the text, where it is looked for.
    def tell formula
      logger.warn %(formula shown as typed: #{(formula.to_s.lines.first || '').chomp.gsub('&lt;', '<').gsub('&gt;', '>').gsub('&amp;', '&')})
    end
  end

  Converter::Html5Converter.prepend FormulasAsTyped
end
