import { Problem } from '#components/site/problem.tsx';

export default function Forbidden() {
  return (
    <Problem
      title="Your role does not include this page"
      happened="You are signed in, but this page is for another role."
      toDo="If you think that you should see it, ask the council’s administrator to give you the role."
      back={{ href: '/', label: 'Go to For me' }}
    />
  );
}
