package school.chancery.exchange.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a table is taken, known before and kept while it is read.
 *
 * @param size of the file as sent
 * @param unpacked of all parts of a workbook together
 * @param ratio how often a part of a workbook may grow when unpacked
 * @param rows below the heading
 * @param columns of one row
 * @param cell characters of one cell
 */
@ConfigurationProperties("chancery.exchange")
public record FileLimits(
        @DefaultValue("20MB") DataSize size,
        @DefaultValue("400MB") DataSize unpacked,
        @DefaultValue("200") int ratio,
        @DefaultValue("200000") int rows,
        @DefaultValue("100") int columns,
        @DefaultValue("1000") int cell) {}
