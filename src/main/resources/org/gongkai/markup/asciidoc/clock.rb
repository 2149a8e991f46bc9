# frozen_string_literal: true

# A text is the same whenever it is converted: Asciidoctor's names for the day and the hour of a run have no value.
module Asciidoctor
  module WithoutClock
    private

    def fill_datetime_attributes attrs, input_mtime
    end
  end

  Document.prepend WithoutClock
end
