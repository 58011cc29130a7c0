import "server-only";
import { Histogram } from "prom-client";

export interface StoredRow {
  readonly labels: Readonly<Record<string, string>>;
  /** Observations by class, not cumulative; one class more than there are bounds. */
  readonly counts: readonly number[];
  readonly sum: number;
}

export interface StoredHistogramOptions {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
  /** Upper bounds, each inclusive, in the unit that the name ends with. */
  readonly bounds: readonly number[];
}

/** A histogram whose observations were counted elsewhere; the library's own can only be observed into. */
export class StoredHistogram extends Histogram {
  /** Knows how the library describes a histogram. */
  private readonly plain: Histogram;

  constructor(
    private readonly options: StoredHistogramOptions,
    private readonly rows: readonly StoredRow[],
  ) {
    const configuration = { ...options, buckets: [...options.bounds], registers: [] };
    super(configuration);
    this.plain = new Histogram(configuration);
  }

  override async get(): ReturnType<Histogram["get"]> {
    const described = await this.plain.get();
    return { ...described, values: this.rows.flatMap((row) => this.valuesOf(row)) };
  }

  /** What the library asks for when it writes text. */
  getForPromString(): ReturnType<Histogram["get"]> {
    return this.get();
  }

  private valuesOf({ labels, counts, sum }: StoredRow) {
    const { name, bounds } = this.options;
    let below = 0;
    const buckets = [...bounds.map(String), "+Inf"].map((le, index) => {
      below += counts[index] ?? 0;
      return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: below };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value: below },
    ];
  }
}
