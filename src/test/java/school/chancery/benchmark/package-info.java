/** What is measured and written to {@code docs/benchmarks.csv}; how, says {@code docs/benchmarks.md}. */
@NullMarked
package school.chancery.benchmark;

import org.jspecify.annotations.NullMarked;
