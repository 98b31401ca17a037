import type { Metadata } from 'next';
import { ConfirmForm } from '#components/strategies/confirm-form.tsx';
import { EditLinks } from '#components/strategies/edit-links.tsx';
import { History } from '#components/strategies/history.tsx';
import { aimMarkup, measuresMarkup } from '#components/strategies/measures-markup.ts';
import { promiseAddress } from '#components/strategies/tree-markup.ts';
import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { getMeasure } from '#lib/strategies/measures.ts';

type Props = { params: Promise<{ council: string; key: string; ref: string }> };

export const metadata: Metadata = { title: 'Measure' };

/** One measure: which way it should go, how far, its parts, and where the printed direction is doubted. */
export default async function MeasurePage({ params }: Props) {
  const { council, key, ref } = await params;
  const viewer = await requireViewer(council);
  const measure = await getMeasure(viewer, key, decodeURIComponent(ref));
  const { strategy, promise, parent, indicator } = measure;
  const { slug } = viewer.council;
  const base = `/${slug}`;
  const place = { base, key, isInForce: strategy.isInForce };
  return (
    <>
      <PageHeading
        title={`${measure.ref}: ${measure.wording}`}
        lead={measure.note}
        crumbs={[
          { href: `${base}/strategies/${key}`, label: strategy.title },
          ...(promise ? [{ href: promiseAddress(place, promise.number), label: promise.plainTitle }] : []),
          ...(parent ? [{ href: `${base}/strategies/${key}/measures/${parent.ref}`, label: parent.ref }] : []),
        ]}
      >
        <SummaryList
          facts={[
            ['Aim', <Markup key="aim" as="span" html={aimMarkup(measure)} />],
            ['Target', measure.target ?? 'None printed'],
            ['Confirmed by', measure.confirmedBy?.name],
            [
              'Nearest national figure',
              indicator &&
                (indicator.definitions.length > 0 ? (
                  <a href={`${base}/indicators/${indicator.key}`}>{indicator.title}</a>
                ) : (
                  indicator.title
                )),
            ],
          ]}
        />
      </PageHeading>
      {measure.directionQuery && (
        <Notice kind="warning" title="The printed direction is doubted">
          <p>{measure.directionQuery}</p>
        </Notice>
      )}
      {measure.mayEdit && <EditLinks base={base} strategy={key} noun="measure" name={measure.ref} adds={['measure']} />}
      {measure.mayEdit && measure.directionQuery && (
        <ConfirmForm
          council={slug}
          idempotencyKey={crypto.randomUUID()}
          strategy={key}
          measure={measure.ref}
          version={measure.version}
          confirmed={measure.confirmedDirection ?? ''}
        />
      )}
      {measure.parts.length > 0 && (
        <>
          <h2>Its parts</h2>
          <Markup html={measuresMarkup(measure.parts, place, true)} />
        </>
      )}
      <History changes={measure.history} />
    </>
  );
}
