import { Problem } from '#components/site/problem.tsx';

export default function NotFound() {
  return (
    <Problem
      title="Page not found"
      happened="There is nothing at this address, or it is not yours to see."
      toDo="Check the address for a typing mistake, or start again from what needs you."
      back={{ href: '/', label: 'Go to For me' }}
    />
  );
}
